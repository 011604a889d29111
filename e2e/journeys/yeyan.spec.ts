import { type Browser, expect, type Page, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { registered } from '../../db/testing/filings'
import { cast } from '../../db/testing/fixtures'
import { anUpheldReport } from '../../db/testing/listings'
import { database, letPass } from '../fixtures/database'
import { expectAccessible, shoot, signIn } from '../fixtures/portal'

const KUAISHOU = 'compliance@kuaishou.example'
const SEALED = ['快手', '李宁']

/** Someone at a desk of their own. */
async function at(browser: Browser, email: string, path: string, script = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
  await signIn(page, email)
  await page.goto(path)
  return page
}
const leave = (page: Page) => page.context().close()
const numberIn = (page: Page) => /\/c\/([A-Z]{2}-\d{4}-\d+)/.exec(page.url())?.[1] ?? ''

test.describe.configure({ mode: 'serial' })
test.setTimeout(150_000)

let portal: Awaited<ReturnType<typeof database>>
let report = ''
let filing = ''
let entry = ''
const orders = new Map<string, string>()

test.beforeAll(async () => {
  portal = await database()
  const as = await cast(portal.db)
  const work = await registered(portal, as('wu.tong@yehang.example'), as('chen.li@beijing.example'), { title: '夜宴', aliases: '夜宴之局' })
  filing = work.number!
  const id = await anUpheldReport(portal, as(KUAISHOU), work.dramaId!)
  const [row] = await portal.owner.execute<{ number: string }>(sql`select number from violations where id = ${id}`)
  report = row!.number
})
test.afterAll(() => portal.end())

test('快手 proposes the work on its upheld report, as severity 4', async ({ browser }) => {
  const page = await at(browser, KUAISHOU, `/platform/blacklist/propose?violation=${report}`)
  await expect(page.getByLabel(/V04-02/)).toBeChecked()
  await expect(page.getByLabel(/V10-05/)).toBeChecked()
  await shoot(page, 'blacklist-propose')
  await page.getByLabel('其他名称，每行一个').fill('夜宴之局')
  await page.getByLabel('查找其他作品').fill('长安夜宴')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByRole('group', { name: '查找的结果' })).toContainText('长安夜宴')
  await expect(page.getByLabel('其他名称，每行一个')).toHaveValue('夜宴之局')
  await page.getByRole('button', { name: '提请列入黑名单' }).click()
  await expect(page.getByText('还没有提交：有 1 处需要修改')).toBeVisible()
  await page.getByRole('textbox', { name: '提请理由' }).fill('整改期满未改，多平台继续播放，须全网下架。')
  await page.getByRole('button', { name: '提请列入黑名单' }).click()
  await expect(page).toHaveURL(/\/c\/HM-/)
  entry = numberIn(page)
  await expect(page.getByText('待核实').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '撤回提请' })).toBeVisible()
  await leave(page)
})

test('北京 finds it in its queue, verifies it and sets severity 3 with a reason', async ({ browser }) => {
  const page = await at(browser, 'chen.li@beijing.example', `/regulator/queue?q=${entry}`)
  await expect(page.getByRole('row', { name: new RegExp(entry) })).toContainText('核实列入')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(page.getByRole('link', { name: '《夜宴》' })).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/c/${entry}$`))
  await shoot(page, 'blacklist-verify')
  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage()
  for (const each of [page, plain]) {
    await each.goto(`/c/${entry}`)
    await each.getByRole('radio', { name: '3 级' }).check()
    await each.getByLabel('核实意见').fill('先查一查。')
    await each.getByLabel('查找其他作品').fill('没有这部')
    await each.getByRole('button', { name: '查找' }).click()
    await expect(each.getByText('没有找到“没有这部”。')).toBeVisible()
    await expect(each.getByLabel('核实意见')).toHaveValue('先查一查。')
    await expect(each.getByRole('radio', { name: '3 级' })).toBeChecked()
  }
  await leave(plain)
  await page.getByLabel('核实意见').fill('')
  await page.getByRole('button', { name: '核实，报总局审批' }).click()
  await expect(page.getByText('严重程度与提请的不同，请写明理由').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: '3 级' })).toBeChecked()
  await page.getByLabel('核实意见').fill('12、15、33 集核对属实。首次拒改，已停止投流，定 3 级。')
  await page.getByRole('button', { name: '核实，报总局审批' }).click()
  await expect(page.getByText('待审批').first()).toBeVisible()
  await expect(page.getByText('提请为 4 级，北京局核实时定为 3 级')).toBeVisible()
  await expect(page.getByText('由总局审批人办理。')).toBeVisible()
  await leave(page)
})

test('总局 approves what it has seen: a scope that changed meanwhile is refused, and what was typed stays', async ({ browser }) => {
  const page = await at(browser, 'zhou.min@nrta.example', `/c/${entry}`)
  await expect(page.getByRole('table', { name: '命中范围' })).toContainText('已排除')
  await expect(page.getByRole('table', { name: '命中范围' })).toContainText('浙江青藤影业有限公司')
  await shoot(page, 'blacklist-approve')
  const act = page.getByRole('button', { name: '批准列入，发出 5 份下架指令' })
  await page.getByLabel('审批意见').fill('依据充分，范围明确。同名作品不在范围内。')
  await act.click()
  await expect(page.getByText('请先核对左边的命中范围，再勾选').first()).toBeVisible()
  await page.getByLabel('我已核对命中范围').check()
  await portal.owner.execute(
    sql`insert into placements (id, drama_id, platform_id, address, seen_at) select gen_random_uuid(), s.drama_id, p.id, 'https://v.example/yeyan-' || e.number, now() from blacklist_entries e join blacklist_subjects s on s.entry_id = e.id join organizations p on p.code = 'kuaishou' where e.number = ${entry}`,
  )
  await act.click()
  await expect(page.getByText('打开本页以后，命中范围变了')).toBeVisible()
  await expect(page.getByLabel('审批意见')).toHaveValue('依据充分，范围明确。同名作品不在范围内。')
  await expect(page.getByRole('table', { name: '命中范围' })).toContainText('快手')
  await page.getByLabel('我已核对命中范围').check()
  await act.click()
  await expect(page.getByText('已列入黑名单').first()).toBeVisible()
  await expect(page.getByRole('table', { name: '各平台答复情况' }).getByRole('row')).toHaveCount(6)
  await expect(page.getByText('由另一名审批人办理：批准人不能解除自己批准的条目。可办理：高原、林海。')).toBeVisible()
  const rows = await portal.owner.execute<{ code: string; number: string }>(
    sql`select p.code, o.number from takedown_orders o join organizations p on p.id = o.platform_id join blacklist_entries e on e.id = o.entry_id where e.number = ${entry}`,
  )
  for (const { code, number } of rows) orders.set(code, number)
  expect([...orders.keys()].sort()).toEqual(['douyin', 'hongguo', 'kuaishou', 'taobao', 'wechat'])
  await leave(page)
})

test('three platforms remove it, one finds nothing; one of them without script', async ({ browser }) => {
  const removals: [code: string, email: string, links: number][] = [
    ['kuaishou', KUAISHOU, 5],
    ['douyin', 'he.shan@douyin.example', 4],
    ['wechat', 'compliance@wechat.example', 3],
  ]
  for (const [code, email, count] of removals) {
    const page = await at(browser, email, `/c/${orders.get(code)}`, code !== 'wechat')
    if (code === 'kuaishou') await shoot(page, 'takedown-answer')
    await page.getByRole('radio', { name: '已下架' }).check()
    await page.getByLabel('下架集数').fill('80')
    await page.getByLabel('下架的链接，每行一条').fill('不是链接')
    await page.getByRole('button', { name: /^答复/ }).click()
    await expect(page.getByText('请每行填一条以 http:// 或 https:// 开头的链接').first()).toBeVisible()
    await expect(page.getByLabel('下架集数')).toHaveValue('80')
    await page.getByLabel('下架的链接，每行一条').fill(Array.from({ length: count }, (_, i) => `https://v.example/${code}/${i}`).join('\n'))
    await page.getByRole('button', { name: /^答复/ }).click()
    await expect(page.getByText(`${count} 条链接`).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: '补报下架的集和链接' })).toBeVisible()
    await leave(page)
  }
  const taobao = await at(browser, 'compliance@taobao.example', '/platform/queue')
  await taobao.getByRole('link', { name: new RegExp(`答复指令 ${orders.get('taobao')}`) }).click()
  await taobao.getByRole('radio', { name: '未发现' }).check()
  await taobao.getByLabel('检索说明').fill('按片名、别名和编号检索全站，没有找到。')
  await taobao.getByRole('button', { name: '答复：未发现' }).click()
  await expect(taobao.getByText('未发现').first()).toBeVisible()
  await leave(taobao)
})

test('红果 stays silent: its order escalates by itself into 总局’s queue, and is reminded', async ({ browser }) => {
  const order = orders.get('hongguo')!
  await letPass(portal.owner, order, 26)
  await expect
    .poll(async () => (await portal.owner.execute(sql`select 1 from waiting where number = ${order} and step = 'remind'`)).length, {
      timeout: 60_000,
    })
    .toBe(1)
  const page = await at(browser, 'zhou.min@nrta.example', '/regulator/queue')
  await shoot(page, 'queue-regulator')
  await page.getByRole('link', { name: new RegExp(`催办红果 ${order}`) }).click()
  await expect(page.getByText(/红果超时 2 小时/)).toBeVisible()
  await page.goto(`/c/${entry}`)
  await expect(page.getByRole('table', { name: '各平台答复情况' }).getByRole('row').nth(1)).toContainText('红果')
  await expect(page.getByText('按 3 家已下架')).toBeVisible()
  await expect(page.getByText('家，12 条链接')).toBeVisible()
  await shoot(page, 'blacklist-board')
  await page.getByLabel('附言').fill('请于今天 14:00 前答复，逾期将约谈总编辑。')
  await page.getByRole('button', { name: '催办红果' }).click()
  await expect(page).toHaveURL(new RegExp(`/c/${order}$`))
  await expect(page.getByText('请于今天 14:00 前答复').first()).toBeVisible()
  const file = await page.request.get(`/regulator/takedown/links/${entry}`)
  expect((await file.text()).trim().split('\r\n')).toHaveLength(13)
  await leave(page)

  const hongguo = await at(browser, 'compliance@hongguo.example', `/c/${order}`)
  await expect(hongguo.getByText('请于今天 14:00 前答复').first()).toBeVisible()
  await hongguo.goto('/platform/queue')
  await shoot(hongguo, 'queue-platform')
  await hongguo.goto('/platform/takedown')
  await shoot(hongguo, 'takedown-list')
  await leave(hongguo)
})

test('the others read what they may and nothing that is sealed', async ({ browser }) => {
  const creator = await at(browser, 'wu.tong@yehang.example', `/c/${entry}`)
  await expect(creator.getByText('12、15、33 集核对属实。首次拒改，已停止投流，定 3 级。').first()).toBeVisible()
  await expect(creator.getByText('依据充分，范围明确。同名作品不在范围内。').first()).toBeVisible()
  await expect(creator.getByText('5 家平台，4 家已答复：3 家已下架，1 家未发现。')).toBeVisible()
  await shoot(creator, 'blacklist-creator')
  const page = await creator.content()
  for (const canary of [...SEALED, report]) expect(page.replaceAll('（快手）', ''), canary).not.toContain(canary)
  await creator.goto(`/c/${filing}`)
  await expect(creator.getByText(/暂停|停用/).first()).toBeVisible()
  await leave(creator)

  const other = await at(browser, 'compliance@taobao.example', `/c/${entry}`)
  const content = await other.content()
  for (const canary of ['李宁', report, 'https://v.example/douyin/0', '请于今天 14:00 前答复', '周敏', '陈立'])
    expect(content, canary).not.toContain(canary)
  await other.goto(`/c/${orders.get('douyin')}`)
  await expect(other.getByText('答复内容对本机构密封，只显示状态和时间。')).toBeVisible()
  expect(await other.content()).not.toContain('https://v.example/douyin/0')
  await leave(other)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/c/${entry}`)
  await expect(visitor.getByText('5 家平台，4 家已答复')).toBeVisible()
  await expectAccessible(visitor)
  const seen = await visitor.content()
  for (const canary of ['李宁', report, '周敏', '陈立', '首次拒改']) expect(seen, canary).not.toContain(canary)
  const order = await visitor.goto(`/c/${orders.get('douyin')}`)
  expect(order?.status()).toBe(404)
  await leave(visitor)
})

test('another approver lifts the entry: open orders are withdrawn, the filing is restored, everybody sees it', async ({ browser }) => {
  const page = await at(browser, 'gao.yuan@nrta.example', `/c/${entry}`)
  const late = await at(browser, 'lin.hai@nrta.example', `/c/${entry}`)
  await page.getByLabel('解除理由').fill('重新剪辑的统一版本已过审。')
  await page.getByRole('button', { name: '解除，恢复备案' }).click()
  await expect(page.getByText('已解除').first()).toBeVisible()
  await late.getByLabel('解除理由').fill('两个人同时办理。')
  await late.getByRole('button', { name: '解除，恢复备案' }).click()
  await expect(late.getByText(/没有办理：高原已于今天 \d\d:\d\d办理“解除”/)).toBeVisible()
  await expect(late.getByText('您填的内容还在本页，可以复制。')).toBeVisible()
  await expect(late.getByLabel('解除理由')).toHaveValue('两个人同时办理。')
  await expect(late.getByRole('button', { name: '解除，恢复备案' })).toHaveCount(0)
  await late.getByRole('link', { name: '查看现在的情况' }).click()
  await expect(late.getByText('已解除').first()).toBeVisible()
  await leave(late)
  await page.goto('/regulator/blacklist?view=lifted')
  await expect(page.getByRole('row', { name: new RegExp(entry) })).toBeVisible()
  await shoot(page, 'blacklist-list')
  await leave(page)

  const hongguo = await at(browser, 'compliance@hongguo.example', `/c/${orders.get('hongguo')}`)
  await expect(hongguo.getByText('已撤回').first()).toBeVisible()
  await leave(hongguo)

  const creator = await at(browser, 'wu.tong@yehang.example', `/c/${filing}`)
  await expect(creator.getByText(/已备案/).first()).toBeVisible()
  await leave(creator)

  const visitor = await (await browser.newContext()).newPage()
  expect((await visitor.goto(`/c/${entry}`))?.status()).toBe(200)
  await expect(visitor.getByText('已解除').first()).toBeVisible()
  await expect(visitor.getByText('重新剪辑的统一版本已过审。').first()).toBeVisible()
  await visitor.goto(`/register?q=${entry}`)
  await visitor.locator('tbody').getByRole('link').first().click()
  await expect(visitor.getByRole('region', { name: '列入与解除' }).getByText('重新剪辑的统一版本已过审。')).toBeVisible()
  await expectAccessible(visitor)
  await leave(visitor)
})
