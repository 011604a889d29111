import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const ASKER = 'wu.tong@yehang.example'
const ANOTHER = 'lin.zhi@qinghe.example'
const CHEN = 'chen.li@beijing.example'
const ZHENG = 'zheng.jie@beijing.example'
/** Said by whoever asks and by whoever answers, and by nobody in public. */
const CANARY = '金丝雀九号'

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberAt = (page: Page, prefix: string) => new RegExp(`${prefix}-\\d{4}-\\d+`).exec(page.url())![0]

type Work = { on: string; ai: '是' | '否'; investment: string; subjects?: string[] }
async function calculate(page: Page, { on, ai, investment, subjects = [] }: Work) {
  await page.goto('/guidance/class')
  await page.getByLabel('备案日期').fill(on)
  await page.getByRole('radio', { name: ai, exact: true }).check()
  await page.getByLabel('投资').fill(investment)
  for (const subject of subjects) await page.getByLabel(subject, { exact: true }).check()
  await act(page, '算出类别').click()
  await expect(page).toHaveURL(/investment=/)
  return page.getByRole('region', { name: '试算结果' })
}

test('《山城来信》 is one class or another by its day, and the page says why, with what papers and how long', async ({ page }) => {
  const letters = { ai: '否', investment: '85 万' } as const
  const before = await calculate(page, { ...letters, on: '2025-10-10' })
  await expect(before.getByText('普通微短剧', { exact: true }).first()).toBeVisible()
  await expect(before.getByRole('link', { name: '广电办发〔2024〕35号' }).first()).toBeVisible()
  await expect((await calculate(page, { ...letters, on: '2026-02-10' })).getByText('其他微短剧', { exact: true }).first()).toBeVisible()

  const first = await calculate(page, { on: '2026-10-10', ai: '是', investment: '850,000' })
  await expect(first.getByText('一类微短剧', { exact: true }).first()).toBeVisible()
  await expect(first.getByText(/达到一类微短剧的 800,000 元线/)).toBeVisible()
  await expect(first.getByText('据转载或摘要，未见原文').first()).toBeVisible()
  await expect(first.getByRole('row', { name: /广播电视节目制作经营许可证/ })).toBeVisible()
  await expect(first.getByText('备案审核：20 个工作日')).toBeVisible()
  await expect(first.getByText('最迟 2026-11-06 周五')).toBeVisible()
  await expect(first.getByText('投资不满 800,000 元')).toBeVisible()
  await shoot(page, 'guidance-class')

  const ai = { on: '2026-10-10', ai: '是' } as const
  await expect((await calculate(page, { ...ai, investment: '300000' })).getByText('二类微短剧', { exact: true }).first()).toBeVisible()
  await expect((await calculate(page, { ...ai, investment: '299999' })).getByText('三类微短剧', { exact: true }).first()).toBeVisible()
  const special = await calculate(page, { ...ai, investment: '299999', subjects: ['公安'] })
  await expect(special.getByText('一类微短剧', { exact: true }).first()).toBeVisible()
  await expect(special.getByText('特殊题材须附协审部门的书面意见')).toBeVisible()
  await expect(special.getByRole('row', { name: /协审部门书面意见/ })).toBeVisible()
  await expect((await calculate(page, { ...letters, on: '2024-05-31' })).getByText('这一天没有分类标准')).toBeVisible()

  await page.goto('/guidance/class?on=2026-10-10&investment=很多')
  await expect(page.getByRole('link', { name: '投资：看不懂这个数，请写成 850000 或 85 万' })).toBeVisible()
  await expect(page.getByLabel('投资')).toHaveValue('很多')
})

test('a title is compared with public works, with the blacklist and with one’s own drafts, with the reason in words', async ({ page }) => {
  await page.goto('/guidance')
  await shoot(page, 'guidance')
  await page.getByRole('textbox', { name: '片名' }).fill('夜 宴！')
  await act(page, '查片名').click()
  await expect(page.getByText('与黑名单上的名字相近，建议改名')).toBeVisible()
  await expect(page.getByText(/去掉空格和标点、繁体换成简体后，与“夜宴”同名/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '本机构的备案' })).toHaveCount(0)
  await page.getByRole('textbox', { name: '片名' }).fill('独一无二之名')
  await act(page, '查重').click()
  await expect(page.getByText('没有相同或相近的公开片名')).toBeVisible()

  await signIn(page, ASKER)
  await page.goto('/guidance/title?q=夜宴')
  await expect(page.getByRole('heading', { name: '本机构的备案' })).toBeVisible()
  await shoot(page, 'guidance-title')
})

test('a creator asks before it films, its bureau answers, and what is general is published without anything of the asker', async ({
  page,
}) => {
  await signIn(page, ASKER)
  await page.goto('/creator/consultation')
  await page.getByRole('link', { name: '提问', exact: true }).click()
  await act(page, '提交给省局').click()
  await expect(page.getByRole('link', { name: '请选择' })).toBeVisible()
  await shoot(page, 'consultation-new')
  await page.getByLabel('问题类型').selectOption('content')
  await page.getByLabel('一句话说明问题').fill(`${CANARY}：校园题材能不能写打架`)
  await page.getByLabel('具体情况').fill(`${CANARY}：第三集两名学生争执，只有推搡。`)
  await page.getByLabel('作品名').fill('操场边的风')
  await act(page, '提交给省局').click()
  await expect(page.getByText('等北京局答复')).toBeVisible()
  const number = numberAt(page, 'WX')
  await shoot(page, 'consultation-asked')

  await signIn(page, ANOTHER)
  await page.goto(`/c/${number}`)
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面，或您无权查看' })).toBeVisible()

  await signIn(page, CHEN)
  await page.goto('/regulator/queue')
  await expect(page.getByText(`${CANARY}：校园题材能不能写打架`).first()).toBeVisible()
  await page.goto(`/c/${number}`)
  await page.getByRole('textbox', { name: '答复' }).fill(`${CANARY}：只写争执、不展示伤害过程的可以。`)
  await act(page, '答复，提问方立即看到').click()
  await page.getByLabel('公开的标题').fill('校园题材如何写学生冲突')
  await page.getByLabel('公开的问题').fill('北京夜航文化传媒有限公司的校园剧写到学生推搡，是否可以？')
  await page.getByLabel('公开的答复').fill('只写争执、不展示伤害过程、有正面引导的可以。')
  await page.getByLabel('我核对过：看不出是谁问的').check()
  await act(page, '公开，任何人可见').click()
  await expect(page.getByText(/写到了“北京夜航文化传媒有限公司”/).first()).toBeVisible()
  await page.getByLabel('公开的问题').fill('校园剧写到学生推搡，是否可以？')
  await act(page, '公开，任何人可见').click()
  await expect(page.getByText('公开的问答')).toBeVisible()
  await shoot(page, 'consultation-published')

  await page.context().clearCookies()
  for (const path of [`/c/${number}`, '/guidance/question', '/guidance']) {
    const answer = await page.goto(path)
    const bodies = [(await answer?.text()) ?? '', await (await page.request.get(path, { headers: { RSC: '1' } })).text()]
    for (const told of [CANARY, '夜航', '吴桐', '操场边的风'])
      for (const body of bodies) expect(body, `${path} keeps ${told} to itself`).not.toContain(told)
    await expect(page.getByText('校园题材如何写学生冲突').first()).toBeVisible()
  }
  await page.goto(`/c/${number}`)
  await shoot(page, 'consultation-public')
})

test('a notice is written by one hand, published by another, and stands where its clause is picked', async ({ page }) => {
  const title = `片名不用谐音玩梗 ${Date.now() % 100_000}`
  await signIn(page, CHEN)
  await page.goto('/regulator/guidance')
  await act(page, '起草管理提示').click()
  await page.getByLabel('标题', { exact: true }).fill(title)
  await page.getByLabel('要点', { exact: true }).fill('片名用谐音玩梗、暗示低俗内容的，备案时退回。')
  await page.getByLabel('来源', { exact: true }).fill('北京市广播电视局提示')
  await page.locator('summary', { hasText: 'V04' }).click()
  await page.getByLabel(/^V04-04/).check()
  await act(page, '保存草稿').click()
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await expect(page.getByText(/可发布：郑洁/)).toBeVisible()
  await expect(act(page, '发布，公众可见')).toHaveCount(0)
  await shoot(page, 'guidance-draft')
  const draft = new URL(page.url()).pathname

  await signIn(page, ZHENG)
  await page.goto(draft)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await act(page, '发布，公众可见').click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const number = numberAt(page, 'ZD')
  await shoot(page, 'guidance-notice')

  await signIn(page, 'he.shan@douyin.example')
  await page.goto('/platform/violation')
  await act(page, '提交违规举报').click()
  await expect(page).toHaveURL(/\/draft\//)
  await page.getByPlaceholder(/查找条目/).fill('低俗片名')
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', `/c/${number}`)

  await page.context().clearCookies()
  await page.goto('/guidance/library?kind=notice&group=V04')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await shoot(page, 'guidance-library')
})

test('the calculator and the title check answer without script', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  const found = await calculate(page, { on: '2026-10-10', ai: '否', investment: '85万' })
  await expect(found.getByText('三类微短剧', { exact: true }).first()).toBeVisible()
  await page.goto('/guidance/title')
  await page.getByRole('textbox', { name: '片名' }).fill('夜宴')
  await act(page, '查重').click()
  await expect(page.getByText('与黑名单上的名字相近，建议改名')).toBeVisible()
  await page.context().close()
})
