import { expect, type Page, test } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { NOTICE_HEAD, noticeRows } from '../../db/seed/notice'
import { addDays, dayOf } from '../../lib/kernel/time'
import { csvText, plainWorkbook } from '../drill/broken-sheets'
import { shoot, signIn } from '../fixtures/portal'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** References of this run alone, so that the story can be told again on the same portal. */
const code = `E${Date.now().toString(36).toUpperCase()}`
const rows = noticeRows({ code, from: addDays(dayOf(new Date()), -8), days: 7, dramas: 4, accounts: 6 })
const mistyped = rows.map((cells, i) => (i === 1 ? cells.with(11, 'P10') : i === 5 ? cells.with(3, '1.23457E+17') : cells))
const file = (name: string, table: string[][]) =>
  name.endsWith('.csv')
    ? { name, mimeType: 'text/csv', buffer: Buffer.from(csvText(table)) }
    : { name, mimeType: XLSX, buffer: plainWorkbook(table) }

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberAt = (page: Page) => /DR-\d{4}-\d+/.exec(page.url())![0]

async function send(page: Page, sent: ReturnType<typeof file>) {
  await page.goto('/platform/batch')
  await page.getByLabel('选择文件').setInputFiles(sent)
  await act(page, '读入并预览').click()
}

test('a platform’s notice in one file: what is wrong in which cell, recorded row by row, taken up, taken back', async ({ browser }) => {
  const compliance = await (await browser.newContext()).newPage()
  await signIn(compliance, 'compliance@taobao.example')
  await compliance.goto('/platform/batch')
  for (const kind of ['xlsx', 'csv']) {
    const template = await compliance.request.get(`/platform/batch/template/${kind}`)
    expect([template.status(), (await template.body()).length > 200]).toEqual([200, true])
  }
  await send(compliance, { name: '说明.xlsx', mimeType: XLSX, buffer: Buffer.from('这不是表格') })
  await expect(compliance.getByText('没有找到表头', { exact: false })).toBeVisible()

  await send(compliance, file('第 3 期处置明细.xlsx', [[...NOTICE_HEAD], ...mistyped]))
  await expect(compliance.getByRole('heading', { level: 1, name: '第 3 期处置明细.xlsx' })).toBeVisible()
  const number = numberAt(compliance)
  await expect(compliance.getByText('提请列入黑名单（P10）不能批量登记', { exact: false })).toBeVisible()
  await expect(compliance.getByText('D7 编号', { exact: false })).toBeVisible()
  await expect(compliance.getByText('10 行中 8 行可以登记')).toBeVisible()
  await shoot(compliance, 'batch-preview')
  await compliance.goto('/platform/queue')
  await expect(compliance.getByRole('link', { name: new RegExp(`确认登记 ${number}`) })).toBeVisible()

  await compliance.goto(`/c/${number}`)
  await act(compliance, '确认登记 8 行').click()
  await expect(compliance.getByText('登记完毕：8 行，2 行没有登记')).toBeVisible({ timeout: 60_000 })
  await expect(compliance.getByRole('link', { name: /^3 部$/ })).toBeVisible()
  await expect(compliance.getByRole('link', { name: /^5 个$/ })).toBeVisible()
  await shoot(compliance, 'batch-done')
  const exported = await compliance.request.get(`/api/batch/${number}`)
  expect(await exported.text()).toContain(`${code}-J0001`)
  const report = await compliance.getByRole('table', { name: '文件的每一行' }).getByRole('link', { name: /^JB-/ }).first().innerText()

  await send(compliance, file('改好再传.csv', [[...NOTICE_HEAD], ...rows]))
  await expect(compliance.getByText('10 行中 2 行可以登记')).toBeVisible()
  await compliance.getByRole('link', { name: /^已在册\s*8$/ }).click()
  await expect(compliance.getByRole('link', { name: report })).toBeVisible()
  await act(compliance, '不登记这个文件').click()
  await compliance.getByRole('alertdialog').getByRole('button', { name: '撤回' }).click()
  await expect(compliance.getByText('已撤回').first()).toBeVisible()

  const moderator = await (await browser.newContext()).newPage()
  await signIn(moderator, 'su.mian@taobao.example')
  await moderator.goto(`/c/${number}`)
  await expect(moderator.getByText('由本平台的合规人员确认、继续或撤回。')).toBeVisible()
  await moderator.goto('/platform/batch')
  await expect(moderator.getByLabel('选择文件')).toHaveCount(0)

  const bureau = await (await browser.newContext()).newPage()
  await signIn(bureau, 'he.qing@zhejiang.example')
  await bureau.goto('/regulator/batch')
  await bureau.getByRole('link', { name: '第 3 期处置明细.xlsx' }).first().click()
  await bureau.goto(`/c/${report}`)
  await expect(bureau.getByText('平台登记').first()).toBeVisible()
  await shoot(bureau, 'batch-record')
  await act(bureau, '受理核实，开始计时').click()
  await expect(bureau.getByText('待核实').first()).toBeVisible()

  await compliance.goto(`/c/${report}`)
  await expect(act(compliance, '撤回这一件登记')).toHaveCount(0)
  await compliance.goto(`/c/${number}`)
  await act(compliance, '撤回 8 件登记').click()
  await compliance.getByRole('alertdialog').getByRole('button', { name: '撤回' }).click()
  await expect(compliance.getByText('已撤回；1 件省局已受理，保留')).toBeVisible()

  const stranger = await (await browser.newContext()).newPage()
  await signIn(stranger, 'compliance@kuaishou.example')
  expect((await stranger.goto(`/c/${number}`))?.status()).toBe(404)
  expect((await stranger.request.get(`/api/batch/${number}`)).status()).toBe(404)
})

test('without JavaScript: sent, confirmed, and looked at again until it is recorded', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(page, 'compliance@taobao.example')
  const own = noticeRows({ code: `${code}N`, from: addDays(dayOf(new Date()), -8), days: 7, dramas: 1, accounts: 2 })
  await send(page, file('无脚本.csv', [[...NOTICE_HEAD], ...own]))
  await expect(page.getByText('3 行中 3 行可以登记')).toBeVisible()
  await act(page, '确认登记 3 行').click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('登记完毕：3 行')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
})

test('a file of several sheets is read where its head is; its preview says all that will be filed, what is left out, and what is on file in other words', async ({
  browser,
}) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(plain, 'compliance@taobao.example')
  const minutes = NOTICE_HEAD.indexOf('分钟数')
  const head = [...NOTICE_HEAD.with(minutes, '总时长（小时）' as (typeof NOTICE_HEAD)[number])]
  const [work, account, ...more] = noticeRows({ code: `${code}S`, from: addDays(dayOf(new Date()), -8), days: 7, dramas: 1, accounts: 3 })
  const told = work!.with(minutes, '1.5').with(5, '杭州青禾文化').with(17, 'https://video.example/w/1')
  const book = async (name: string, rows: string[][]) => ({
    name,
    mimeType: XLSX,
    buffer: Buffer.from(
      await writeXlsx({
        sheets: [
          { name: '封面', rows: [['关于处置违规微短剧的公告'], ['联系人', '周敏']] },
          { name: '11月', rows: [head, ...rows] },
          { name: '12月', rows: [head, ...more] },
        ],
      }),
    ),
  })
  await send(plain, await book('两个月.xlsx', [told, account!]))
  await expect(plain.getByText('只读入了工作表“11月”。没有读入：“封面”2 行、“12月”2 行')).toBeVisible()
  const lines = plain.getByRole('table', { name: '文件的每一行' }).getByRole('row')
  const first = lines.filter({ hasText: '杭州青禾文化' })
  await expect(first.getByText('90 分钟', { exact: false })).toBeVisible()
  await expect(first.getByText('https://video.example/w/1')).toBeHidden()
  await first.getByText('全部内容').click()
  await expect(first.getByText('https://video.example/w/1')).toBeVisible()
  await act(plain, '确认登记 2 行').click()
  await expect(async () => {
    await plain.reload()
    await expect(plain.getByText('登记完毕：2 行')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })

  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'compliance@taobao.example')
  const found = NOTICE_HEAD.indexOf('发现的问题')
  await send(page, await book('更正.xlsx', [told.with(found, '另一种说法').with(minutes, '2'), account!]))
  await expect(page.getByText('有 1 行的内部编号已在册，但内容与在册的不同')).toBeVisible()
  await expect(page.getByText('分钟数：文件写“120”，在册为“90”')).toBeVisible()
  await expect(page.getByText('发现的问题：文件写“另一种说法”', { exact: false })).toBeVisible()
  await expect(act(page, /^确认登记/)).toHaveCount(0)
  await page.getByText('全部内容').first().click()
  await shoot(page, 'batch-differs')

  await send(page, file('看不懂.csv', [[...NOTICE_HEAD.with(minutes, '总时长（天）' as (typeof NOTICE_HEAD)[number])], told]))
  await expect(page.getByText('看不出表头 Q1“总时长（天）”的单位', { exact: false })).toBeVisible()
})
