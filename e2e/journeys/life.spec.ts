import { type Browser, expect, type Page, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { registered } from '../../db/testing/filings'
import { cast } from '../../db/testing/fixtures'
import { watchDay } from '../../lib/inspection/rules/day'
import { addDays, dayOf, daysBetween } from '../../lib/kernel/time'
import { database, letPass } from '../fixtures/database'
import { expectAccessible, signIn } from '../fixtures/portal'

/** Of this run alone, so that the story can be told again on the same portal. */
const code = Date.now().toString(36).toUpperCase()
const TITLE = `长夜将明${code}`
const NOTICE = `关于执行下架指令的公告（${code}）`
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const today = dayOf(new Date())

const [KUAISHOU, LIU_QING] = ['compliance@kuaishou.example', 'liu.qing@kuaishou.example']
const [DOUYIN, HE_SHAN] = ['compliance@douyin.example', 'he.shan@douyin.example']
const [CREATOR, BUREAU, NATIONAL] = ['wu.tong@yehang.example', 'chen.li@beijing.example', 'zhou.min@nrta.example']
const ANSWERERS = {
  douyin: HE_SHAN,
  kuaishou: LIU_QING,
  wechat: 'qian.rong@wechat.example',
  taobao: 'su.mian@taobao.example',
  hongguo: 'ding.zhu@hongguo.example',
}

/** Someone at a desk of their own. */
async function at(browser: Browser, email: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  await page.goto(path)
  return page
}
const leave = (page: Page) => page.context().close()
const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberIn = (page: Page) => /\/c\/([A-Z]{2}-\d{4}-\d+)/.exec(page.url())?.[1] ?? ''
const says = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()

/** What the clock does by itself is there when somebody looks again. */
const inTime = (page: Page, shown: () => Promise<void>) =>
  expect(async () => {
    await page.reload()
    await shown()
  }).toPass({ timeout: 60_000 })

test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

let portal: Awaited<ReturnType<typeof database>>
let filing = ''
let report = ''
let guidance = ''
let entry = ''
const orders = new Map<string, string>()

test.beforeAll(async () => {
  portal = await database()
  const people = await cast(portal.db)
  filing = (await registered(portal, people(CREATOR), people(BUREAU), { title: TITLE, aliases: '' })).number!
})
test.afterAll(() => portal.end())

test('filed: the work stands in the register, for everybody to read', async ({ page }) => {
  await page.goto(`/register?q=${encodeURIComponent(TITLE)}`)
  await expect(page.getByRole('row', { name: new RegExp(TITLE) })).toContainText('已备案')
  await page.goto(`/c/${filing}`)
  await says(page, TITLE)
})

test('reported: 快手 reports it, and its bureau finds it so', async ({ browser }) => {
  const platform = await at(browser, LIU_QING, '/platform/violation')
  await act(platform, '提交违规举报').click()
  await expect(platform).toHaveURL(/\/draft\//)
  await platform.getByRole('textbox', { name: '片名' }).fill(TITLE)
  await platform
    .getByRole('radiogroup', { name: '举报的作品' })
    .getByRole('radio', { name: new RegExp(TITLE) })
    .check()
  await platform.getByLabel('上线后发现').check()
  await platform.getByLabel('发现日期').fill(addDays(today, -2))
  await platform.getByPlaceholder(/查找条目/).fill('V04-02')
  await platform.getByRole('checkbox', { name: /V04-02/ }).check()
  await act(platform, '提交举报').click()
  await expect(platform).toHaveURL(/\/c\/JB-/)
  report = numberIn(platform)
  await leave(platform)

  const bureau = await at(browser, BUREAU, `/c/${report}`)
  const panel = bureau.locator('#steps')
  await panel.getByLabel('属实', { exact: true }).check()
  await panel.getByRole('textbox', { name: '理由' }).first().fill('核对属实。')
  await act(bureau, '认定属实，告知举报单位').click()
  await expect(panel).toBeHidden()
  await leave(bureau)
})

test('guided: 快手 removes it and orders it to be mended, and its creator reads what and by when', async ({ browser }) => {
  const platform = await at(browser, KUAISHOU, '/platform/queue')
  await platform
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByRole('link', { name: /作出处罚决定/ })
    .click()
  await platform.getByRole('link', { name: '去决定' }).click()
  await says(platform, '与指引一致，不用写理由。')
  await act(platform, /，立即开始$/).click()
  await expect(platform).toHaveURL(/\/c\/CF-/)
  await leave(platform)

  const creator = await at(browser, CREATOR, '/creator/queue')
  await creator
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByRole('link', { name: /提交整改/ })
    .click()
  await expect(creator).toHaveURL(/\/c\/ZG-/)
  guidance = numberIn(creator)
  await says(creator, 'V04-02')
  await leave(creator)
})

test('refused: nobody mends it, the deadline passes, and the clock says so', async ({ browser }) => {
  const creator = await at(browser, CREATOR, `/c/${guidance}`)
  await letPass(portal.owner, guidance, 73)
  await inTime(creator, () => expect(creator.getByText('到期没有提交整改，记为拒不整改。').first()).toBeVisible({ timeout: 1_000 }))
  await leave(creator)
})

test('penalized: the next row of the guide lies before 快手, which imposes it', async ({ browser }) => {
  const page = await at(browser, KUAISHOU, '/platform/queue')
  await page
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByRole('link', { name: /作出处罚决定/ })
    .click()
  await page.getByRole('link', { name: '去决定' }).click()
  await says(page, '指引建议：限制流量 30 天')
  await act(page, /^限制流量 30 天/).click()
  await expect(page.getByRole('heading', { level: 1, name: `《${TITLE}》：限制流量 30 天` })).toBeVisible()
  await leave(page)
})

test('listed: 快手 proposes, 北京 verifies, 总局 approves, and five orders go out', async ({ browser }) => {
  const proposer = await at(browser, KUAISHOU, `/platform/blacklist/propose?violation=${report}`)
  await proposer.getByRole('textbox', { name: '提请理由' }).fill('期满未改，须全网下架。')
  await act(proposer, '提请列入黑名单').click()
  await expect(proposer).toHaveURL(/\/c\/HM-/)
  entry = numberIn(proposer)
  await leave(proposer)

  const verifier = await at(browser, BUREAU, `/c/${entry}`)
  await verifier.getByLabel('核实意见').fill('核对属实，期满未改。')
  await act(verifier, '核实，报总局审批').click()
  await says(verifier, '待审批')
  await leave(verifier)

  const approver = await at(browser, NATIONAL, `/c/${entry}`)
  await approver.getByLabel('审批意见').fill('依据充分。')
  await approver.getByLabel('我已核对命中范围').check()
  await act(approver, '批准列入，发出 5 份下架指令').click()
  await says(approver, '已列入黑名单')
  await leave(approver)
  const rows = await portal.owner.execute<{ code: string; number: string }>(
    sql`select p.code, o.number from takedown_orders o join organizations p on p.id = o.platform_id join blacklist_entries e on e.id = o.entry_id where e.number = ${entry}`,
  )
  for (const { code: platform, number } of rows) orders.set(platform, number)
  expect([...orders.keys()].sort()).toEqual(Object.keys(ANSWERERS).sort())
})

async function remove(browser: Browser, platform: keyof typeof ANSWERERS) {
  const page = await at(browser, ANSWERERS[platform], `/c/${orders.get(platform)}`)
  await page.getByRole('radio', { name: '已下架' }).check()
  await page.getByLabel('下架集数').fill('80')
  await page.getByLabel('下架的链接，每行一条').fill(`https://v.example/${platform}/${code}`)
  await act(page, /^答复/).click()
  await says(page, '1 条链接')
  await leave(page)
}

test('dark: each of the five platforms removes it', async ({ browser, page }) => {
  for (const platform of Object.keys(ANSWERERS)) await remove(browser, platform as keyof typeof ANSWERERS)
  await page.goto(`/c/${entry}`)
  await says(page, '5 家平台，5 家已答复')
})

test('reappeared: on its day CNSA looks for it on 抖音, finds it, and the order moves with the picture', async ({ browser }) => {
  const order = orders.get('douyin')!
  const [row] = await portal.owner.execute<{ id: string; dramaId: string; openedAt: string }>(
    sql`select o.id, s.drama_id as "dramaId", o.opened_at as "openedAt" from takedown_orders o join blacklist_subjects s on s.entry_id = o.entry_id where o.number = ${order}`,
  )
  const issuedAt = new Date(row!.openedAt)
  await letPass(portal.owner, order, 24 * daysBetween(dayOf(issuedAt), watchDay(row!.id, row!.dramaId, issuedAt)))

  const monitor = await at(browser, 'xu.qing@cnsa.example', `/association/inspection?view=today&q=${encodeURIComponent(TITLE)}`)
  const sheet = monitor.getByRole('table').getByRole('link', { name: new RegExp(TITLE) })
  await inTime(monitor, () => expect(sheet).toBeVisible({ timeout: 1_000 }))
  await sheet.click()
  await says(monitor, '列入后 30 天内')
  await monitor.getByText('又看到了').click()
  await monitor.getByLabel('地址', { exact: true }).fill(`https://video.example/again/${code}`)
  await monitor.getByLabel('集', { exact: true }).fill('1')
  await monitor.getByLabel('开始', { exact: true }).fill('00:12')
  await monitor.getByLabel('所见').fill('换了片头，全集可播。')
  await monitor
    .locator('#evidence-files')
    .setInputFiles([{ name: '再现.png', mimeType: 'image/png', buffer: Buffer.concat([PNG, Buffer.from(code)]) }])
  await expect(monitor.getByRole('link', { name: '再现.png' })).toBeVisible()
  await act(monitor, '找到了，报再次出现').click()
  await says(monitor, '有发现，待移送')
  await leave(monitor)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/c/${entry}`)
  await says(visitor, '5 家平台，4 家已答复')
  await leave(visitor)
})

test('dark again: 抖音 reads where it was seen, and removes it anew', async ({ browser, page }) => {
  const platform = await at(browser, HE_SHAN, `/c/${orders.get('douyin')}`)
  await says(platform, '再次出现，未下架')
  await expect(platform.getByRole('paragraph').filter({ hasText: `https://video.example/again/${code}` })).toBeVisible()
  await platform.getByLabel('已下架', { exact: true }).check()
  await platform.getByLabel('下架集数').fill('80')
  await act(platform, '答复：已下架').click()
  await says(platform, '曾再次出现')
  await leave(platform)
  await page.goto(`/c/${entry}`)
  await says(page, '5 家平台，5 家已答复')
})

test('announced: 抖音 says how many listed works it removed; the figure opens its rows, and this work is one of them', async ({
  browser,
}) => {
  const writer = await at(browser, HE_SHAN, '/platform/announcement')
  await act(writer, '起草公告').click()
  await expect(writer).toHaveURL(/\/draft\//)
  await writer.getByLabel('标题', { exact: true }).fill(NOTICE)
  await writer.getByRole('textbox', { name: '正文' }).fill('本平台按黑名单指令下架微短剧 {f1}。')
  await writer.getByLabel('统计项').selectOption({ label: '按黑名单指令下架的微短剧' })
  await writer.getByLabel('开始日期').fill(today)
  await act(writer, '加入').click()
  await expect(writer.getByRole('table', { name: '从记录中选取的数' }).getByText('{f1}')).toBeVisible()
  const count = writer.getByLabel('此前已发布到第几期')
  if (await count.isVisible()) await count.fill('19')
  await act(writer, '提请批准').click()
  await expect(writer).toHaveURL(/\/c\/GG-/)
  const notice = numberIn(writer)
  await leave(writer)

  const approver = await at(browser, DOUYIN, `/c/${notice}`)
  const checked = approver.getByLabel('以上数字已逐个核对')
  if (await checked.isVisible()) await checked.check()
  await act(approver, '批准发布').click()
  await inTime(approver, () => expect(approver.getByText(/公告第 \d+ 期/).first()).toBeVisible({ timeout: 1_000 }))
  await leave(approver)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto('/announcement')
  await visitor.getByRole('link', { name: NOTICE }).click()
  await visitor
    .getByRole('paragraph')
    .getByRole('link', { name: /^\d+ 部$/ })
    .click()
  // Removed twice, counted once: two rows of one work.
  await expect(visitor.getByRole('table', { name: '计入这个数的记录' }).getByText(TITLE)).toHaveCount(2)
  await leave(visitor)
})

/** What 快手 did to this work counts in the period that ended last, whose report is still open. */
async function countInLastPeriod() {
  const [period] = await portal.owner.execute<{ number: string; filerId: string }>(
    sql`select r.number, r.filer_id as "filerId" from biweekly_reports r join organizations p on p.id = r.filer_id where p.code = 'kuaishou' and r.previous_id is null order by r.period_from desc limit 1`,
  )
  await portal.owner.execute(
    sql`update facts f set counts_at = (r.period_to::timestamp - interval '12 hours') at time zone 'Asia/Shanghai' from biweekly_reports r, dramas d where r.number = ${period!.number} and d.title = ${TITLE} and f.target_id = d.id and f.owner_id = r.filer_id`,
  )
  return period!.number
}

test('in the report: 快手 writes the period anew, another signs, and 总局 opens a figure and finds the work', async ({ browser }) => {
  const biweekly = await countInLastPeriod()
  const signer = await at(browser, KUAISHOU, `/c/${biweekly}`)
  await says(signer, '编写以后，本期的记录有变化')
  await signer.getByText('退回重写').last().click()
  await signer.getByLabel('退回的理由').fill('编写后又有一部作品，请按现在的记录重写。')
  await act(signer, '退回').click()
  await says(signer, '待编写')

  const writer = await at(browser, LIU_QING, `/c/${biweekly}`)
  await writer.getByRole('link', { name: '编写报送' }).click()
  await act(writer, '写好，交签发').click()
  await says(writer, '待签发')
  await leave(writer)

  await signer.reload()
  await act(signer, '签发，报送总局').click()
  await says(signer, '已报送')
  await leave(signer)

  const national = await at(browser, NATIONAL, '')
  for (const column of ['查处作品', '拒不整改', '提请列入']) {
    await national.goto(`/c/${biweekly}`)
    const table = national.getByRole('table', { name: '一、查处情况' })
    const heads = await table.getByRole('columnheader').allInnerTexts()
    await table
      .getByRole('row', { name: /^合计/ })
      .getByRole('cell')
      .nth(heads.findIndex((head) => head.startsWith(column)) - 1)
      .getByRole('link')
      .click()
    await expect(national).toHaveURL(/\/figure\?d=/)
    await expect(national.getByRole('table', { name: '计入这个数的记录' }).getByText(TITLE).first()).toBeVisible()
  }
  await leave(national)
})

test('the end: the register tells everybody that it is listed, why, and that it is dark on every platform', async ({ page }) => {
  await page.goto(`/register?q=${encodeURIComponent(TITLE)}`)
  await page
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(/\/w\/ZP-/)
  await says(page, 'V04-02')
  await says(page, '5 家中 5 家已下架')
  await expectAccessible(page)
  await page.getByRole('link', { name: entry }).first().click()
  await says(page, '5 家平台，5 家已答复')
})
