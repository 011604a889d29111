import { type Browser, expect, type Page, test } from '@playwright/test'
import { NOTICE_HEAD, noticeRows } from '../../db/seed/notice'
import { addDays, dayOf } from '../../lib/kernel/time'
import { plainWorkbook } from '../drill/broken-sheets'
import { shoot, signIn } from '../fixtures/portal'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** References of this run alone, so that the story can be told again on the same portal. */
const code = `G${Date.now().toString(36).toUpperCase()}`
const TITLE = `关于处置违规微短剧的公告（${code}）`
const rows = noticeRows({ code, from: addDays(dayOf(new Date()), -8), days: 7, dramas: 2, accounts: 3 })

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const numberAt = (page: Page) => /(?:GG|DR)-\d{4}-\d+/.exec(page.url())![0]
async function as(browser: Browser, email: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  return page
}

/** The worker publishes when the time has come; whoever looks again sees it. */
const published = (page: Page, line: string | RegExp) =>
  expect(async () => {
    await page.reload()
    await expect(page.getByText(line).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })

test('a platform announces what its file recorded: drafted by the button, approved by another, published by the clock, corrected by a later one', async ({
  browser,
}) => {
  const compliance = await as(browser, 'compliance@kuaishou.example')
  await compliance.goto('/platform/batch')
  const buffer = plainWorkbook([[...NOTICE_HEAD], ...rows])
  await compliance.getByLabel('选择文件').setInputFiles({ name: '处置明细.xlsx', mimeType: XLSX, buffer })
  await act(compliance, '读入并预览').click()
  await act(compliance, '确认登记 5 行').click()
  await expect(compliance.getByText('登记完毕：5 行')).toBeVisible({ timeout: 60_000 })
  const file = numberAt(compliance)

  const writer = await as(browser, 'liu.qing@kuaishou.example')
  await writer.goto(`/c/${file}`)
  await act(writer, '起草公告').click()
  await expect(writer).toHaveURL(/\/draft\//)
  const preview = writer.getByRole('region', { name: '预览' })
  await expect(preview.getByRole('link', { name: '2 部' })).toBeVisible()
  await expect(preview.getByRole('link', { name: '3 个' })).toBeVisible()
  await expect(writer.getByText('可以批准：李宁。', { exact: false })).toBeVisible()
  await writer.getByLabel('标题', { exact: true }).fill(TITLE)
  const body = writer.getByRole('textbox', { name: '正文' })
  await body.fill(`${await body.inputValue()}\n\n另有线索 25 条已移送。`)
  await act(writer, '保存草稿').click()
  await expect(preview.getByText('另有线索 25 条已移送。')).toBeVisible()
  await expect(writer.getByRole('listitem').filter({ hasText: /^25$/ })).toBeVisible()
  await shoot(writer, 'announcement-draft')
  const count = writer.getByLabel('此前已发布到第几期')
  if (await count.isVisible()) await count.fill('18')
  await act(writer, '提请批准').click()
  await expect(writer).toHaveURL(/\/c\/GG-/)
  const number = numberAt(writer)
  await expect(writer.getByText('起草、修改或提请的人不能批准', { exact: false })).toBeVisible()
  await expect(act(writer, '批准发布')).toBeHidden()

  const visitor = await (await browser.newContext()).newPage()
  expect((await visitor.goto(`/c/${number}`))?.status()).toBe(404)

  await compliance.goto('/platform/queue')
  await compliance.getByRole('link', { name: `批准公告 ${number}` }).click()
  await expect(compliance.getByRole('listitem').filter({ hasText: /^25$/ })).toBeVisible()
  await shoot(compliance, 'announcement-approve')
  await act(compliance, '批准发布').click()
  await expect(compliance.getByText('正文里有不是从记录选取的数', { exact: false }).first()).toBeVisible()
  await compliance.getByLabel('以上数字已逐个核对').check()
  await act(compliance, '批准发布').click()
  await published(compliance, /公告第 \d+ 期/)
  const issue = Number(/公告第 (\d+) 期/.exec(await compliance.getByRole('heading', { level: 1 }).innerText())![1])

  await visitor.goto('/announcement')
  await visitor.getByRole('link', { name: TITLE }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: TITLE })).toContainText(`公告第 ${issue} 期`)
  await shoot(visitor, 'announcement')
  await visitor.getByRole('paragraph').getByRole('link', { name: '2 部' }).click()
  await expect(visitor).toHaveURL(new RegExp(`/announcement/${number}/f\\d`))
  const frozen = visitor.getByRole('table', { name: '计入这个数的记录' })
  await expect(frozen.getByRole('row')).toHaveCount(3)
  for (const [, kind, name] of rows) if (kind === '微短剧') await expect(frozen.getByText(name!)).toBeVisible()
  await shoot(visitor, 'announcement-rows')
  await visitor.getByRole('link', { name: '返回公告' }).click()
  await visitor.getByRole('paragraph').getByRole('link', { name: '3 个' }).click()
  await expect(frozen.getByText(/^.\*\*\*.$/)).toHaveCount(3)

  const feed = await visitor.request.get('/announcement/feed')
  expect(feed.headers()['content-type']).toContain('application/atom+xml')
  expect(await feed.text()).toMatch(new RegExp(`<title>${TITLE} · 公告第 ${issue} 期</title>[^]*?/c/${number}"`))

  const foreigner = await (await browser.newContext()).newPage()
  await foreigner.context().addCookies([{ name: 'locale', value: 'en', url: new URL(visitor.url()).origin }])
  await foreigner.goto(`/c/${number}`)
  await expect(foreigner.getByText(/^Published by /)).toBeVisible()
  await expect(foreigner.getByRole('paragraph').getByRole('link', { name: '2 部' })).toBeVisible()
  await expect(foreigner.getByRole('paragraph').getByRole('link', { name: '3 个' })).toBeVisible()
  expect(await (await foreigner.request.get('/announcement/feed')).text()).toBe(await feed.text())

  await writer.goto(`/c/${number}`)
  await act(writer, '起草更正').click()
  await expect(writer).toHaveURL(/\/draft\//)
  await expect(writer.getByText(`针对公告第 ${issue} 期`)).toBeVisible()
  await body.fill('上一期公告中移送线索的数有误，应为零。')
  await act(writer, '保存草稿').click()
  await expect(preview.getByText('移送线索的数有误', { exact: false })).toBeVisible()
  await act(writer, '提请批准').click()
  await expect(writer).toHaveURL(/\/c\/GG-/)
  await compliance.goto(`/c/${numberAt(writer)}`)
  const checked = compliance.getByLabel('以上数字已逐个核对')
  if (await checked.isVisible()) await checked.check()
  await act(compliance, '批准发布').click()
  await published(compliance, new RegExp(`公告第 ${issue + 1} 期`))
  await compliance.getByRole('link', { name: `针对公告第 ${issue} 期` }).click()
  await expect(compliance).toHaveURL(new RegExp(number))
  await visitor.goto(`/c/${number}`)
  await expect(visitor.getByText('这份公告已有更正')).toBeVisible()
  await visitor.getByRole('link', { name: `见公告第 ${issue + 1} 期` }).click()
  await expect(visitor.getByText('应为零', { exact: false })).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`no button of a draft loses what was typed and not saved${javaScriptEnabled ? '' : ', without script'}`, async ({ browser }) => {
    const open = async (email: string, address: string) => {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await signIn(page, email)
      await page.goto(address)
      return page
    }
    const writer = await open('he.shan@douyin.example', '/platform/announcement')
    await act(writer, '起草公告').click()
    await expect(writer).toHaveURL(/\/draft\//)
    const [title, body] = [writer.getByLabel('标题', { exact: true }), writer.getByRole('textbox', { name: '正文' })]
    const preview = writer.getByRole('region', { name: '预览' })
    await title.fill(`处置 {f1} 个账号（${code}）`)
    await body.fill('还没有保存的第一句。')
    await act(writer, '加入').click()
    await expect(writer.getByRole('alert').filter({ hasText: '标题里不能引用选取的数' })).toBeVisible()
    await expect(body).toHaveValue('还没有保存的第一句。')
    await title.fill(`处置账号（${code}）`)
    await act(writer, '加入').click()
    await expect(writer.getByRole('table', { name: '从记录中选取的数' }).getByText('{f1}')).toBeVisible()
    await expect(title).toHaveValue(`处置账号（${code}）`)
    await expect(preview).toContainText('还没有保存的第一句。')

    const late = await open('compliance@douyin.example', writer.url())
    await body.fill('还没有保存的第二句。')
    await act(writer, '移除').click()
    await expect(writer.getByText('还没有选取数。')).toBeVisible()
    await expect(body).toHaveValue('还没有保存的第二句。')

    await late.getByRole('textbox', { name: '正文' }).fill('同事的一句。')
    await act(late, '提请批准').click()
    await expect(late.getByText(/何珊.*改过|何珊.*保存/).first()).toBeVisible()
    await expect(late.getByText('同事的一句。').first()).toBeAttached()

    await body.fill('提请时才写的一句。')
    const count = writer.getByLabel('此前已发布到第几期')
    if (await count.isVisible()) await count.fill('19')
    await act(writer, '提请批准').click()
    await expect(writer).toHaveURL(/\/c\/GG-/)
    await expect(writer.getByText('提请时才写的一句。')).toBeVisible()
  })
