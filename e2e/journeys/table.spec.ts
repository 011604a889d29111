import { expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { cast } from '../../db/testing/fixtures'
import { aListedEntry } from '../../db/testing/listings'
import { filedReport } from '../../db/testing/reports'
import { database } from '../fixtures/database'
import { shoot, signIn } from '../fixtures/portal'

const BOM = '\uFEFF'

/** A table's file, as its link on the page has it. */
async function fileOf(page: Page): Promise<{ head: string[]; rows: string[][]; name: string }> {
  const href = await page.getByRole('link', { name: '导出 CSV' }).first().getAttribute('href')
  const answer = await page.request.get(href!)
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
  const text = await answer.text()
  expect(text.startsWith(BOM)).toBe(true)
  const [head, ...rows] = parse(text, { bom: true, relax_column_count: true }) as string[][]
  const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers()['content-disposition']!)![1]!)
  return { head: head!, rows, name }
}

const table = (page: Page, caption: string) => page.getByRole('table', { name: caption })
const headsOf = async (page: Page, caption: string) =>
  (await table(page, caption).getByRole('columnheader').allInnerTexts()).map((text) => text.trim())
/** The numbers of a list, page after page, in the order in which they stand. */
async function numbersOn(page: Page, caption: string): Promise<string[]> {
  const numbers: string[] = []
  for (;;) {
    const texts = await table(page, caption).locator('tbody tr[data-row]').allInnerTexts()
    numbers.push(...texts.map((text) => /[A-Z]{2}-\d{4}-\d{4,}/.exec(text)![0]))
    const next = page.getByRole('link', { name: '下一页' })
    if ((await next.count()) === 0) return numbers
    const before = page.url()
    await next.click()
    await expect(page).not.toHaveURL(before)
  }
}
/** Columns that hold what can be done, and no file does. */
const ACTS = ['', '下一步']
/** The heads of a file without what it adds for want of a page around it. */
const bare = (head: string[]) => head.map((text) => text.replace('（北京时间）', ''))

const lists = [
  { who: 'zhou.min@nrta.example', path: '/regulator/violation?view=upheld', caption: '违规举报' },
  { who: 'zhou.min@nrta.example', path: '/regulator/takedown?view=all', caption: '下架指令清单' },
  { who: 'zhou.min@nrta.example', path: '/regulator/blacklist?view=listed', caption: '黑名单条目' },
  { who: 'compliance@douyin.example', path: '/platform/penalty?view=active', caption: '处罚清单' },
  { who: 'he.qing@zhejiang.example', path: '/regulator/rectification?view=all', caption: '整改清单' },
]
for (const { who, path, caption } of lists)
  test(`a list is the same in its file as on the screen, over all pages: ${path}`, async ({ page }) => {
    await signIn(page, who)
    // The other stories of the run go on meanwhile; the two are compared until nothing came between them.
    await expect(async () => {
      await page.goto(path)
      const heads = await headsOf(page, caption)
      const file = await fileOf(page)
      expect(bare(file.head)).toEqual(heads.filter((head) => !ACTS.includes(head)))
      const at = bare(file.head).indexOf('编号')
      expect(file.rows.map((row) => row[at])).toEqual(await numbersOn(page, caption))
      expect(file.rows.length).toBeGreaterThan(0)
      expect(file.name).toMatch(/^\p{Script=Han}+ \d{4}-\d{2}-\d{2} 周.\.csv$/u)
    }).toPass()
  })

test('columns are chosen in the address, kept from page to page and in the file; the order is turned round by its head', async ({
  page,
}) => {
  await signIn(page, 'zhou.min@nrta.example')
  await page.goto('/regulator/takedown?view=all')
  await page.locator('summary', { hasText: '列' }).click()
  await page.getByRole('checkbox', { name: '黑名单' }).uncheck()
  await page.getByRole('checkbox', { name: '迟到' }).check()
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(page).toHaveURL(/columns=/)
  const chosen = await headsOf(page, '下架指令清单')
  expect(chosen).toContain('迟到')
  expect(chosen).not.toContain('黑名单')
  expect(bare((await fileOf(page)).head)).toEqual(chosen)
  await page.getByRole('link', { name: '下一页' }).click()
  await expect(page).toHaveURL(/after=/)
  expect(await headsOf(page, '下架指令清单')).toEqual(chosen)
  const issued = page.getByRole('columnheader', { name: '发出' })
  await expect(issued).toHaveAttribute('aria-sort', 'descending')
  await issued.getByRole('link').click()
  await expect(issued).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).not.toHaveURL(/after=/)
  await expect(async () => {
    await page.goto('/regulator/takedown?view=all&sort=oldest')
    const oldest = (await fileOf(page)).rows.map((row) => row[0])
    expect(oldest).toEqual(await numbersOn(page, '下架指令清单'))
    expect(oldest[0]).toBe('XJ-2026-0001')
  }).toPass()
})

test('an export says how far it has come and saves the file', async ({ page }) => {
  await signIn(page, 'zhou.min@nrta.example')
  await page.goto('/regulator/takedown?view=all')
  await page.waitForLoadState('networkidle')
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^下架指令 .+\.csv$/)
  await expect(page.getByText(/已导出 \d+ 行/)).toBeVisible()
})

/** Orders that nobody has answered, fresh for this story, on every platform. */
async function freshOrders(count: number, platform: string): Promise<string[]> {
  const portal = await database()
  const as = await cast(portal.db)
  const hands = {
    proposer: as('compliance@kuaishou.example'),
    verifier: as('chen.li@beijing.example'),
    approver: as('gao.yuan@nrta.example'),
  }
  const numbers: string[] = []
  for (let at = 0; at < count; at++) {
    const { id } = await aListedEntry(portal, hands)
    const [order] = await portal.owner.execute<{ number: string }>(
      sql`select number from takedown_orders where entry_id = ${id} and platform_id = ${as(platform).organizationId}`,
    )
    numbers.push(order!.number)
  }
  await portal.end()
  return numbers
}
const tick = async (page: Page, numbers: string[]) => {
  for (const number of numbers) await page.getByRole('checkbox', { name: `选中 ${number}` }).check()
}
const results = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem')

test('without script, several orders are ticked and answered "not found"; what was answered meanwhile is refused and takes no other back', async ({
  browser,
}) => {
  const email = 'compliance@kuaishou.example'
  const [first, second, third] = (await freshOrders(3, email)) as [string, string, string]
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(page, email)
  await page.goto('/platform/takedown?view=open')
  await tick(page, [first, second])
  await page.getByRole('button', { name: '答复“未发现”…' }).click()
  await expect(page.getByText('将对 2 份指令逐份答复“未发现”')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, email)
  await other.goto(`/platform/takedown/absent?case=${first}&case=${third}`)
  await shoot(other, 'takedown-absent')
  await other.getByRole('button', { name: '答复 2 份：未发现' }).click()
  await expect(other.getByText('2 件全部办理')).toBeVisible()
  await other.context().close()

  await page.getByLabel('检索说明').fill('按片名和别名检索全站。')
  await page.getByRole('button', { name: '答复 2 份：未发现' }).click()
  await expect(page.getByText('办理 1 件，1 件没有办理')).toBeVisible()
  await expect(results(page, '逐份结果').nth(0)).toContainText(`${first}没有答复：`)
  await expect(results(page, '逐份结果').nth(1)).toContainText(`${second}已答复：未发现`)
  await page.goto(`/platform/takedown/absent?case=${first}&case=${second}`)
  await expect(page.getByText('另有 2 份已答复或已撤回')).toBeVisible()
  await page.goto(`/c/${second}`)
  await expect(page.getByRole('main')).toContainText('按片名和别名检索全站。')
})

test('duplicates are settled together with one reason, after what is missing was said', async ({ page }) => {
  const portal = await database()
  const as = await cast(portal.db)
  const filer = as('compliance@kuaishou.example')
  const reports = [await filedReport(portal, filer), await filedReport(portal, filer)]
  const numbers = reports.map(({ number }) => number!)
  await portal.end()
  await signIn(page, 'chen.li@beijing.example')
  await page.goto('/regulator/violation?view=filed')
  await tick(page, numbers)
  await expect(page.getByText('已选 2 件')).toBeVisible()
  await page.getByRole('button', { name: '合并或认定不属实…' }).click()
  await expect(page.getByText('将逐件处理 2 件举报')).toBeVisible()
  await shoot(page, 'violation-duplicates')
  await page.getByRole('button', { name: '处理 2 件' }).click()
  await expect(page.getByText(/还没有提交/)).toBeVisible()
  await page.getByRole('radio', { name: '认定不属实' }).check()
  await page.getByRole('textbox', { name: '理由' }).fill('与此前举报重复。')
  await page.getByRole('button', { name: '处理 2 件' }).click()
  await expect(page.getByText('2 件全部办理')).toBeVisible()
  for (const number of numbers) {
    await page.goto(`/c/${number}`)
    await expect(page.getByRole('main')).toContainText('与此前举报重复。')
  }
})
