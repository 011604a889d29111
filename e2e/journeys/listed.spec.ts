import { type Browser, expect, type Page, test } from '@playwright/test'
import { offered, submitted } from '../../db/testing/filings'
import { cast } from '../../db/testing/fixtures'
import { aListedEntry, anUpheldReport, aVerifiedEntry, aWork, entryOf, scopeSeenBy } from '../../db/testing/listings'
import { approveEntry } from '../../lib/blacklist/commands/approve'
import { proposeEntry } from '../../lib/blacklist/commands/propose'
import { verifyEntry } from '../../lib/blacklist/commands/verify'
import { perform } from '../../lib/perform'
import { recordNumber } from '../../lib/registration/commands/number'
import { returnFiling } from '../../lib/registration/commands/review'
import { database } from '../fixtures/database'
import { shoot, signIn } from '../fixtures/portal'

const CREATOR = 'wu.tong@yehang.example'
const REVIEWER = 'chen.li@beijing.example'
const APPROVER = 'zhou.min@nrta.example'
const PLATFORM = 'compliance@kuaishou.example'

async function at(browser: Browser, email: string | null, path: string, script = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
  if (email) await signIn(page, email)
  await page.goto(path)
  return page
}
const main = (page: Page) => page.getByRole('main')

test.setTimeout(120_000)
let portal: Awaited<ReturnType<typeof database>>
let as: Awaited<ReturnType<typeof cast>>
const hands = () => ({ proposer: as(PLATFORM), verifier: as(REVIEWER), approver: as(APPROVER) })
const done = <T extends { ok: boolean }>(outcome: T) => {
  expect(outcome).toMatchObject({ ok: true })
  return outcome as Extract<T, { ok: true }>
}
test.beforeAll(async () => {
  portal = await database()
  as = await cast(portal.db)
})
test.afterAll(() => portal.end())

test('a filing whose title is near a listed one is pointed out to its creator while it is written, and to the bureau that reviews it', async ({
  browser,
}) => {
  const { id } = await aListedEntry(portal, hands(), { dramaId: (await aWork(portal, { title: '孤灯照雪岭' })).id })
  const { number } = await entryOf(portal.owner, id)
  for (const script of [true, false]) {
    const creator = await at(browser, CREATOR, '/creator/drama', script)
    await creator.getByRole('button', { name: '新建备案' }).click()
    await main(creator).getByLabel('片名', { exact: true }).first().fill('孤灯照雪岭第二季')
    await main(creator).getByRole('button', { name: '保存' }).click()
    await expect(main(creator)).toContainText(/与黑名单相近：\s*《孤灯照雪岭》\s*3 级/)
    await expect(main(creator).getByRole('link', { name: number! })).toBeVisible()
    await expect(main(creator)).toContainText('V04-02')
    await expect(main(creator)).toContainText('只作提示，不影响提交')
    if (script) await shoot(creator, 'registration-draft-near')
    await creator.context().close()
  }
  const filing = await submitted(portal, as(CREATOR), { title: '孤灯照雪岭第二季' })
  const bureau = await at(browser, REVIEWER, `/c/${filing.number}`)
  await expect(main(bureau)).toContainText('与“孤灯照雪岭”只差季数、版次或“重启”一类字样。')
  await expect(main(bureau).getByRole('link', { name: number! })).toBeVisible()
  await expect(main(bureau)).toContainText('是否同一作品由您判断')
  await shoot(bureau, 'registration-review-near')
  await bureau.context().close()
})

test('a returned filing of a listed work cannot take another title: said at the field, with the entry; the register finds it as before', async ({
  browser,
}) => {
  const { id, version, number, dramaId } = await submitted(portal, as(CREATOR), { title: '半山听钟声', aliases: '' })
  const entry = await entryOf(portal.owner, (await aListedEntry(portal, hands(), { dramaId: dramaId! })).id)
  const objections = [{ field: 'title' as const, quote: '半山听钟声', reason: '片名低俗' }]
  done(await perform(returnFiling, as(REVIEWER), { id, version, objections }, { on: portal.db }))
  for (const script of [true, false]) {
    const creator = await at(browser, CREATOR, `/c/${number}`, script)
    await expect(main(creator)).toContainText(`作品已列入黑名单 ${entry.number}`)
    await expect(main(creator)).toContainText('条目解除以前，这件备案不能批准、转报或公示')
    await expect(main(creator)).not.toContainText('登记停用')
    await creator.goto(`/draft/${id}`)
    await expect(main(creator)).toContainText(`作品在黑名单条目 ${entry.number} 里`)
    const title = main(creator).getByLabel('片名', { exact: true }).first()
    await title.fill('清风徐来时')
    await main(creator)
      .getByRole('button', { name: /^重新提交/ })
      .click()
    await expect(main(creator)).toContainText(`作品在黑名单条目 ${entry.number} 里，条目了结以前这一项不能改，请改回原样`)
    await expect(title).toHaveValue('清风徐来时')
    if (script) await shoot(creator, 'registration-draft-listed')
    await creator.context().close()
  }
  const visitor = await at(browser, null, '/register?q=半山听钟声')
  await expect(main(visitor)).toContainText('《半山听钟声》')
  await visitor.goto(`/c/${entry.number}`)
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('《半山听钟声》')
  await visitor.context().close()
})

test('the facts of each of several works stand with that work, and what an approver reads of an offer is true', async ({ browser }) => {
  const offer = await offered(portal, as(CREATOR), ['kuaishou', 'douyin'], { title: '望江楼旧梦', aliases: '江楼梦' })
  const recorded = await perform(
    recordNumber,
    as(PLATFORM),
    { id: offer.id, officialNumber: '（快手）网微剧备字（2026）第007731号', asItCame: false },
    { on: portal.db },
  )
  done(recorded)
  const other = await aWork(portal, { title: '寒山夜渡', aliases: ['夜渡'], producerName: '浙江青藤影业有限公司', episodeCount: 61 })
  const violationId = await anUpheldReport(portal, as(PLATFORM), offer.dramaId!)
  const scope = { dramaIds: [offer.dramaId!, other.id], miniProgramIds: [] }
  const proposed = await perform(
    proposeEntry,
    as(PLATFORM),
    { violationId, codes: ['V04-02'], ...scope, names: [], reason: '两部同一内容' },
    { on: portal.db },
  )
  const id = done(proposed).value.id
  const { number } = await entryOf(portal.owner, id)
  const facts = async (email: string | null, caption: string) => {
    const page = await at(browser, email, `/c/${number}`)
    const facts = page.getByRole('region', { name: '案情' })
    await expect(facts).toContainText('《寒山夜渡》')
    await expect(facts).not.toContainText('浙江青藤影业有限公司')
    await expect(facts).not.toContainText('141 集')
    const row = page.getByRole('table', { name: caption }).getByRole('row', { name: /《寒山夜渡》/ })
    await expect(row).toContainText('浙江青藤影业有限公司')
    await expect(row).toContainText('别名：《夜渡》')
    await expect(row).toContainText('61')
    return page
  }
  await (await facts(PLATFORM, '命中范围')).context().close()
  done(await perform(verifyEntry, as(REVIEWER), { id, version: 1, severity: 3, ...scope, remark: null }, { on: portal.db }))
  const approver = await facts(APPROVER, '命中范围')
  await expect(main(approver)).toContainText('1 件有效备案停用，1 件待平台登记的作品停止编号')
  await approver.context().close()
  const seen = await scopeSeenBy(portal, as(APPROVER), id)
  done(await perform(approveEntry, as(APPROVER), { id, version: 2, ...seen, checked: 'on', remark: '同意' }, { on: portal.db }))
  const visitor = await facts(null, '命中范围')
  const row = visitor.getByRole('row', { name: /《望江楼旧梦》/ })
  await expect(row).toContainText(new RegExp(`交平台审核 ${offer.number}\\s*已停止`))
  await expect(row).toContainText(/平台编号 BA-\d{4}-\d+\s*已停用/)
  await shoot(visitor, 'blacklist-two-works')
  await visitor.context().close()
})

test('of an offer alone the approver reads that it is stopped, not that no filing is touched', async ({ browser }) => {
  const offer = await offered(portal, as(CREATOR), ['kuaishou', 'douyin'], { title: '南窗一枝秋', aliases: '' })
  const { id } = await aVerifiedEntry(portal, hands(), { dramaId: offer.dramaId! })
  const { number } = await entryOf(portal.owner, id)
  const approver = await at(browser, APPROVER, `/c/${number}`)
  await expect(main(approver)).toContainText('1 件待平台登记的作品停止编号')
  await expect(main(approver)).not.toContainText('没有备案要停用')
  await approver.context().close()
})
