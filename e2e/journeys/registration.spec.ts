import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const STORY = '林知夏回到山城，在旧邮局里找到父亲寄给她而没有寄出的三封信，一封一封读下去。'
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const main = (page: Page) => page.getByRole('main')
const field = (page: Page, label: string) => main(page).getByLabel(label, { exact: true })

/** A member in a window of its own. */
async function as(browser: Browser, email: string, script = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
  await signIn(page, email)
  return page
}

type Words = { title: string; investment: string; ai?: boolean; platforms?: string[]; story?: string }

async function fillDraft(page: Page, { title, investment, ai = false, platforms = [], story = STORY.repeat(14) }: Words) {
  await field(page, '片名').first().fill(title)
  await field(page, '年代').selectOption({ label: '当代' })
  await field(page, '题材').selectOption({ label: '都市' })
  await field(page, '真人实拍').check()
  await field(page, ai ? 'AI 制作' : '不是 AI 制作').check()
  await field(page, '粘贴多行，或一次填好').fill('80 × 90 s')
  await field(page, '剧情梗概').fill(story)
  await field(page, '投资').fill(investment)
  for (const platform of platforms) await field(page, platform).check()
}

async function openDraft(page: Page) {
  await page.goto('/creator/drama')
  await page.getByRole('button', { name: '新建备案' }).click()
  await expect(page).toHaveURL(/\/draft\//)
}

const caseNumber = (page: Page) => /BA-\d{4}-\d+/.exec(page.url())?.[0] ?? ''

test('a Class I work is filed, returned with a reason, corrected, forwarded and published', async ({ browser }) => {
  const title = `山城来信${Date.now() % 100_000}`
  const creator = await as(browser, 'lin.zhi@qinghe.example')
  await openDraft(creator)
  await expect(creator.getByText('填好“AI 制作”和投资后')).toBeVisible()
  await fillDraft(creator, { title, investment: '85 万', ai: true })
  await creator.getByRole('button', { name: '填入' }).click()
  await expect(creator.getByText('共 80 集，120 分钟')).toBeVisible()
  await expect(creator.getByText('本剧为 AI 制作，投资 850,000 元，达到一类微短剧的 800,000 元线，所以是一类微短剧')).toBeVisible()
  await field(creator, '投资').fill('299,999')
  await expect(creator.getByRole('button', { name: '登记作品，交平台审核' })).toBeVisible()
  await field(creator, '公安').check()
  await expect(creator.getByText('特殊题材须附协审部门的书面意见')).toBeVisible()
  await field(creator, '公安').uncheck()
  await field(creator, '投资').fill('850,000')
  await creator.getByLabel('海报').setInputFiles({ name: '海报.png', mimeType: 'image/png', buffer: PNG })
  await expect(creator.getByRole('img', { name: `《${title}》海报` })).toBeVisible()
  await expect(creator.getByText(/^草稿已保存 今天 \d\d:\d\d/)).toBeVisible()
  await creator.reload()
  await expect(field(creator, '投资')).toHaveValue('850,000')
  await shoot(creator, 'registration-draft')
  await creator.getByRole('button', { name: '提交省局审核' }).click()
  await expect(creator).toHaveURL(/\/c\/BA-/)
  const number = caseNumber(creator)
  await shoot(creator, 'registration-submitted')

  const reviewer = await as(browser, 'he.qing@zhejiang.example')
  await reviewer.goto(`/c/${number}`)
  await expect(reviewer.getByRole('button', { name: '转报总局公示' })).toBeVisible()
  await expect(reviewer.getByRole('button', { name: '批准备案，发放备案号' })).toHaveCount(0)
  await shoot(reviewer, 'registration-review')
  const synopsis = reviewer.locator('#field-synopsis')
  await synopsis.getByText('退回此项').click()
  await synopsis.getByLabel('引用原文').fill('没有这一句')
  await synopsis.getByLabel('理由，怎样改才能通过').fill('缺少结局：第 61—80 集没有写人物去向，请补写。')
  await reviewer.getByRole('button', { name: '退回修改，停止计时' }).click()
  await expect(reviewer.getByText('这段文字不在该项的原文里').first()).toBeVisible()
  await synopsis.getByLabel('引用原文').fill('三封信，一封一封读下去')
  await reviewer.getByRole('button', { name: '退回修改，停止计时' }).click()
  await expect(reviewer.getByText('退回修改').first()).toBeVisible()

  await creator.goto('/creator/drama?view=mine')
  await creator.getByRole('link', { name: title }).click()
  await expect(creator.getByText('缺少结局：第 61—80 集没有写人物去向')).toBeVisible()
  await expect(creator.getByText('三封信，一封一封读下去').first()).toBeVisible()
  await expect(creator.getByText('省局审核时钟已停：已用 0 个工作日，剩 20 个')).toBeVisible()
  await creator.getByRole('button', { name: '重新提交给省局' }).click()
  await expect(creator.getByText('有 1 处退回意见没有改动').first()).toBeVisible()
  await creator.getByRole('link', { name: '继续修改' }).click()
  await field(creator, '剧情梗概').fill(`${STORY.repeat(14)}第 80 集，她在开馆日读完最后一封信。`)
  await expect(creator.getByText(/^草稿已保存/)).toBeVisible()
  await creator.goto(`/c/${number}`)
  await expect(creator.locator('ins').first()).toContainText('她在开馆日读完最后一封信')
  await shoot(creator, 'registration-returned')
  await creator.getByRole('button', { name: '重新提交给省局' }).click()
  await expect(creator.getByText('待审核').first()).toBeVisible()

  await reviewer.goto(`/c/${number}`)
  await expect(reviewer.getByText('已重新提交').first()).toBeVisible()
  await expect(reviewer.locator('ins').first()).toContainText('她在开馆日读完最后一封信')
  await reviewer.getByLabel('省局意见').fill('材料齐全，建议公示。')
  await reviewer.getByRole('button', { name: '转报总局公示' }).click()
  await expect(reviewer.getByText('待总局公示').first()).toBeVisible()

  const national = await as(browser, 'zhou.min@nrta.example')
  await national.goto(`/c/${number}`)
  await expect(national.getByText('材料齐全，建议公示。')).toBeVisible()
  await national.getByRole('button', { name: '公布备案公示' }).click()
  await expect(national.getByText('已公示，未取得许可证，不得上线').first()).toBeVisible()
  await creator.goto(`/c/${number}`)
  await expect(creator.getByText('材料齐全，建议公示。')).toHaveCount(0)

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/register?q=${encodeURIComponent(title)}`)
  await expect(visitor.getByText('已公示，未取得许可证，不得上线').first()).toBeVisible()
})

test('without scripts: what is wrong is named at its place, nothing typed is lost, and the bureau gives its next number', async ({
  browser,
}) => {
  const title = `无脚本${Date.now() % 100_000}`
  const creator = await as(browser, 'ye.lan@qingteng.example', false)
  await openDraft(creator)
  await field(creator, '片名').first().fill(title)
  await field(creator, '粘贴多行，或一次填好').fill('1 雨夜 1:30\n二 看不懂')
  await field(creator, '投资').fill('一百二十万')
  await creator.getByRole('button', { name: '提交省局审核' }).click()
  await expect(creator.getByRole('heading', { name: /还没有提交：有 \d 处需要修改/ })).toBeVisible()
  await expect(creator.getByText('请填金额，例如 850,000 或 85 万').first()).toBeVisible()
  await expect(creator.getByText(/第 2 行/).first()).toBeVisible()
  await expect(field(creator, '片名').first()).toHaveValue(title)
  await expect(field(creator, '投资')).toHaveValue('一百二十万')
  await expect(field(creator, '粘贴多行，或一次填好')).toHaveValue('1 雨夜 1:30\n二 看不懂')
  await fillDraft(creator, { title, investment: '1,200,000' })
  await creator.getByRole('button', { name: '保存草稿' }).last().click()
  await expect(creator.getByText(/^草稿已保存 今天 \d\d:\d\d/)).toBeVisible()
  await expect(creator.getByText('共 80 集，120 分钟')).toBeVisible()
  await expect(creator.getByText('达到二类微短剧的 1,000,000 元线')).toBeVisible()
  await creator.getByRole('button', { name: '提交省局审核' }).click()
  await expect(creator).toHaveURL(/\/c\/BA-/)
  const number = caseNumber(creator)

  const [reviewer, late] = [await as(browser, 'he.qing@zhejiang.example', false), await as(browser, 'he.qing@zhejiang.example', false)]
  await reviewer.goto(`/c/${number}`)
  await late.goto(`/c/${number}`)
  await reviewer.getByRole('button', { name: '批准备案，发放备案号' }).click()
  await expect(reviewer.getByText('已备案，成片未过审不得上线').first()).toBeVisible()
  await late.getByRole('button', { name: '批准备案，发放备案号' }).click()
  await expect(late.getByText('已备案，成片未过审不得上线').first()).toBeVisible()
  await expect(late.getByRole('button', { name: '批准备案，发放备案号' })).toHaveCount(0)
  await creator.goto('/creator/drama?view=public')
  const row = creator.getByRole('row').filter({ hasText: title })
  await expect(row.getByText(/^（浙）网微剧备字（\d{4}）第\d{3,}号$/)).toBeVisible()
})

test('a Class III work is numbered by each platform for itself, and never with another’s number', async ({ browser }) => {
  const title = `红豆糖水${Date.now() % 100_000}`
  const serial = String(Date.now() % 1_000_000).padStart(6, '0')
  const creator = await as(browser, 'xian.min@lingnan.example')
  await openDraft(creator)
  await fillDraft(creator, { title, investment: '90000', story: STORY, platforms: ['抖音', '快手', '微信'] })
  await creator.getByRole('button', { name: '登记作品，交平台审核' }).click()
  await expect(creator).toHaveURL(/\/c\/BA-/)
  const number = caseNumber(creator)
  await expect(creator.getByText('3 家中 0 家已编号').first()).toBeVisible()

  const douyin = await as(browser, 'compliance@douyin.example')
  await douyin.goto('/platform/registration')
  await shoot(douyin, 'registration-programmes')
  await douyin.getByRole('link', { name: `《${title}》` }).click()
  await expect(douyin).toHaveURL(/\/c\/BA-/)
  await douyin.getByLabel('节目编号').fill(`（抖音）网微剧备字（2026）第${serial}号`)
  await douyin.getByRole('button', { name: '登记编号' }).click()
  await expect(douyin.getByText('平台已编号').first()).toBeVisible()
  await shoot(douyin, 'registration-numbered')

  const wechat = await as(browser, 'compliance@wechat.example')
  await wechat.goto(`/c/${number}`)
  await shoot(wechat, 'registration-offered')
  await wechat.getByLabel('节目编号').fill(`（抖音）网微剧备字（2026）第${serial}号`)
  await wechat.getByRole('button', { name: '登记编号' }).click()
  await expect(wechat.getByText('这是抖音的编号').first()).toBeVisible()
  await wechat.getByLabel('节目编号').fill('WX 88')
  await wechat.getByRole('button', { name: '登记编号' }).click()
  await expect(wechat.getByText('编号不是常见写法').first()).toBeVisible()
  await wechat.getByText('本平台不采用…').click()
  await wechat.getByLabel('理由').fill('题材与本平台编排重复。')
  await wechat.getByRole('button', { name: '不采用这部作品' }).click()
  await expect(wechat.getByLabel('理由')).toHaveCount(0)

  await creator.goto(`/c/${number}`)
  const board = creator.getByRole('table', { name: '各平台的审核情况' })
  await expect(board.getByRole('row').filter({ hasText: '抖音' })).toContainText('已编号')
  await expect(board.getByRole('row').filter({ hasText: '快手' })).toContainText('待审核')
  await expect(board.getByRole('row').filter({ hasText: '微信' })).toContainText('未采用')
  await expect(creator.getByText('题材与本平台编排重复。')).toBeVisible()

  const stranger = await as(browser, 'wu.tong@yehang.example')
  await stranger.goto(`/c/${number}`)
  await expect(stranger.getByText('待平台审核').first()).toBeVisible()
  await expect(stranger.getByText('未采用')).toHaveCount(0)
  await expect(stranger.getByText(STORY)).toHaveCount(0)
})

test('the lists: one’s own works, a bureau’s filings with filters and a file that equals the screen', async ({ browser }) => {
  const creator = await as(browser, 'lin.zhi@qinghe.example')
  await creator.goto('/creator/drama')
  await shoot(creator, 'registration-own')
  const bureau = await as(browser, 'he.qing@zhejiang.example')
  await bureau.goto('/regulator/registration')
  await shoot(bureau, 'registration-list')
  await bureau.getByText('类别 全部').click()
  await bureau.getByRole('link', { name: '二类' }).click()
  await expect(bureau).toHaveURL(/class=2/)
  const numbers = await bureau
    .getByRole('table')
    .getByText(/^BA-\d{4}-\d+$/)
    .allInnerTexts()
  expect(numbers.length).toBeGreaterThan(0)
  const [file] = await Promise.all([bureau.waitForEvent('download'), bureau.getByRole('link', { name: '导出 CSV' }).click()])
  const lines = readFileSync(await file.path(), 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(numbers)
  const national = await as(browser, 'lin.hai@nrta.example')
  await national.goto('/regulator/registration')
  await expect(national.getByText('省份')).toBeVisible()
  expect((await creator.goto('/regulator/registration'))?.status()).toBe(404)
  expect((await creator.goto('/regulator/registration/csv'))?.status()).toBe(404)
})

test('a draft is deleted after a question; a filing is withdrawn', async ({ browser }) => {
  const creator = await as(browser, 'ma.chi@changhe.example')
  await openDraft(creator)
  const address = creator.url()
  await creator.getByRole('button', { name: '删除草稿…' }).click()
  await creator.getByRole('button', { name: '留着' }).click()
  await creator.getByRole('button', { name: '删除草稿…' }).click()
  await creator.getByRole('button', { name: '删除草稿', exact: true }).click()
  await expect(creator).toHaveURL(/\/creator\/drama$/)
  expect((await creator.goto(address))?.status()).toBe(404)
  const title = `撤回${Date.now() % 100_000}`
  await openDraft(creator)
  await fillDraft(creator, { title, investment: '1200000' })
  await creator.getByRole('button', { name: '提交省局审核' }).click()
  await creator.getByRole('button', { name: '撤回申请…' }).click()
  await creator.getByRole('button', { name: '撤回申请', exact: true }).click()
  await expect(creator.getByText('已撤回').first()).toBeVisible()
})
