import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { shoot } from '../fixtures/portal'

/** The file that a link of this page gives, without its byte order mark; its first line is the head. */
async function file(page: Page, name = '导出 CSV') {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  return bytes.toString('utf8').slice(1).trimEnd().split('\r\n')
}

test('anyone finds an item by its name, its code or its article, with severity, basis and source; the file equals the screen', async ({
  page,
}) => {
  await page.goto('/rulebook')
  await shoot(page, 'rulebook')
  await page.getByRole('searchbox', { name: '查违规条目' }).fill('换皮')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /V10-01/ })
  await expect(row).toContainText('4 级')
  await expect(row).toContainText('作品、小程序')
  await expect(row.getByRole('link')).toBeVisible()
  await page.goto('/rulebook/item?q=25.1')
  await expect(page.getByRole('row', { name: /V01-01/ })).toContainText('总局令第16号 第 25.1 条')

  await page.goto('/rulebook/item?severity=4&target=account')
  const codes = await page.getByRole('rowheader').allTextContents()
  const lines = await file(page)
  expect(lines).toHaveLength((await page.locator('tbody tr[data-row]').count()) + 1)
  for (const line of lines.slice(1)) expect(codes.some((code) => line.includes(code.trim()))).toBe(true)
  await shoot(page, 'rulebook-item')
  await page.goto('/rulebook/item?q=没有这样的条目')
  await expect(page.getByText('没有符合条件的条目')).toBeVisible()
})

test('the class lines of a day, what the guide suggests, and when a deadline ends are looked up, with how sure each is', async ({
  page,
}) => {
  await page.goto('/rulebook/tier?on=2026-02-10')
  const then = page.getByRole('region', { name: '2026-02-10 周二 有效的标准' })
  await expect(then.getByRole('row')).toHaveCount(2)
  await expect(then).toContainText('3,000,000 元及以上')
  await expect(then).toContainText('据转载或摘要，未见原文')
  await shoot(page, 'rulebook-tier')
  await page.goto('/rulebook/tier?on=2024-05-31')
  await expect(page.getByRole('heading', { name: '2024-05-31 周五 没有分类标准' })).toBeVisible()

  await page.goto('/rulebook/measure?about=account')
  await expect(page.getByRole('table', { name: '处置参考，账号' }).getByRole('row', { name: /3 级/ })).toContainText('封禁 7 天')
  await shoot(page, 'rulebook-measure')

  await page.goto('/rulebook/deadline')
  await page.getByLabel('哪个期限').selectOption({ label: '举报审核' })
  await page.getByLabel('从哪天收到').fill('2026-09-30')
  await page.getByRole('button', { name: '算到期时间' }).click()
  // 1—7 October are off and Saturday the 10th is worked: 8, 9, 10, 12, 13.
  await expect(page.getByText('2026-10-13 周二 17:30 北京时间到期')).toBeVisible()
  await shoot(page, 'rulebook-deadline')
})

test('a year shows its days off and make-up workdays; one that is not published says so', async ({ page }) => {
  await page.goto('/rulebook/calendar?year=2026')
  await expect(page.getByRole('region', { name: '10 月' })).toContainText('18 个工作日')
  await expect(page.getByRole('row', { name: /2026-10-10/ })).toContainText('调休上班')
  await shoot(page, 'rulebook-calendar')
  await page.goto('/rulebook/calendar?year=2027')
  await expect(page.getByText('2027 年：放假安排还没有全部公布')).toBeVisible()
  await page.goto('/rulebook/source')
  await expect(page.getByRole('row', { name: /总局令第16号/ })).toContainText('违规条目')
  await shoot(page, 'rulebook-source')
})

test('each workflow is drawn, and says who takes which step and who must be another', async ({ page }) => {
  await page.goto('/rulebook/workflow')
  await shoot(page, 'rulebook-workflows')
  await page.getByRole('link', { name: '黑名单', exact: true }).click()
  await expect(page.getByRole('img', { name: '黑名单流程图' })).toBeVisible()
  const approve = page.getByRole('table', { name: '黑名单的每一步' }).getByRole('row', { name: /批准列入/ })
  await expect(approve).toContainText('总局审批')
  await expect(approve).toContainText('提请人、核实人')
  await expect(page.getByRole('table', { name: '黑名单的等待和期限' }).getByRole('row', { name: /待核实/ })).toContainText('3 个工作日')
  await shoot(page, 'rulebook-workflow')
  await page.goto('/rulebook/workflow/nothing')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
})
