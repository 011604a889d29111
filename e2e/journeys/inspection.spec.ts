import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const [FANG, XU, ZHOU] = ['fang.zheng@cnsa.example', 'xu.qing@cnsa.example', 'zhou.min@nrta.example']
const ANSWERERS: Record<string, string> = {
  快手: 'compliance@kuaishou.example',
  抖音: 'compliance@douyin.example',
  微信: 'compliance@wechat.example',
  红果: 'compliance@hongguo.example',
  淘宝: 'compliance@taobao.example',
}
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** The first sheet of a sample that is left: today's, or between midnight and the first sample one that was missed. */
async function openSheet(page: Page) {
  for (const view of ['today', 'missed']) {
    await page.goto(`/association/inspection?view=${view}&purpose=sample`)
    const rows = page.locator('tbody').getByRole('link')
    if ((await rows.count()) === 0) continue
    await rows.first().click()
    await expect(page).toHaveURL(/\/c\/XC-/)
    return
  }
}

test('one monitor writes a plan, another starts it', async ({ page }) => {
  await signIn(page, FANG)
  await page.goto('/association/inspection/plan')
  await page.getByRole('link', { name: '起草计划' }).click()
  await page.getByLabel('名称').fill('周末抽查')
  await page.getByLabel('一家平台的作品').check()
  await act(page, '保存草稿').click()
  await expect(page.getByRole('link', { name: '请选择平台' })).toBeVisible()
  await expect(page.getByLabel('名称')).toHaveValue('周末抽查')
  await page.getByLabel('平台', { exact: true }).selectOption({ label: '快手' })
  await act(page, '保存草稿').click()
  await expect(page).toHaveURL(/\/draft\//)
  await expect(page.getByText('由另一名监看人员启动')).toBeVisible()
  await expect(act(page, '启动计划，按日抽样')).toHaveCount(0)
  const draft = page.url()
  await signIn(page, XU)
  await page.goto(draft)
  await shoot(page, 'inspection-plan-draft')
  await act(page, '启动计划，按日抽样').click()
  await expect(page).toHaveURL(/\/c\/JK-/)
  await expect(page.getByText('执行中').first()).toBeVisible()
  await signIn(page, ZHOU)
  await page.goto('/regulator/inspection/plan')
  await expect(page.getByRole('link', { name: '周末抽查' })).toBeVisible()
  await page.goto('/regulator/inspection/coverage')
  await shoot(page, 'inspection-coverage')
})

test('sheets are worked through by keyboard, and without script', async ({ page, browser }) => {
  await signIn(page, XU)
  await page.goto('/association/inspection')
  await shoot(page, 'inspection-sheets')
  await openSheet(page)
  const first = page.url()
  await page.locator('body').press('c')
  await expect(page).not.toHaveURL(first)
  await page.goto(first)
  await expect(page.getByText('未见问题').first()).toBeVisible()

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  const bare = await plain.newPage()
  await openSheet(bare)
  const second = bare.url()
  await act(bare, /^(未见问题|没有找到)$/).click()
  await bare.goto(second)
  await expect(bare.getByText('巡查，未见问题')).toBeVisible()
  await plain.close()
})

test('without script, a finding is sent with its picture, and what stands in its way loses no word', async ({ page, browser }) => {
  await signIn(page, XU)
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  const bare = await context.newPage()
  await bare.goto('/association/queue?act=sheet.find_clean')
  const open = await bare.locator('[data-row-link]').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')!))
  const finding = bare.locator('summary', { hasText: '有发现' })
  for (const sheet of open) {
    await bare.goto(sheet)
    if ((await finding.count()) > 0 && (await bare.getByLabel('集', { exact: true }).count()) > 0) break
  }
  const sheet = bare.url()
  const words = '第一集片头有暴力镜头。'
  const send = async (name: string, buffer: Buffer) => {
    await bare.locator('input[name=files]').setInputFiles([{ name, mimeType: 'image/png', buffer }])
    await act(bare, '记录发现').click()
  }
  const isKept = async () => {
    await expect(bare.getByLabel('所见')).toHaveValue(words)
    await expect(bare.getByLabel('集', { exact: true })).toHaveValue('1')
    await expect(bare.getByRole('checkbox', { checked: true })).toHaveCount(1)
  }
  const write = async () => {
    await finding.click()
    await bare.getByLabel('集', { exact: true }).fill('1')
    await bare.getByLabel('所见').fill(words)
    await bare.locator('details details summary').first().click()
    await bare.getByRole('checkbox').first().check()
  }
  await write()
  await act(bare, '记录发现').click()
  await expect(bare.getByRole('link', { name: '截图：请先上传截图' })).toBeVisible()
  await isKept()
  await send('说明.txt', Buffer.from('没有图'))
  await expect(bare.getByRole('link', { name: '说明.txt：截图只收 PNG、JPEG、WebP 图片' })).toBeVisible()
  await isKept()
  await bare.screenshot({ path: 'e2e/screenshots/inspection-plain.zh.1440.png', fullPage: true })
  await send('片头.png', PNG)
  await expect(bare.getByRole('link', { name: '片头.png' })).toBeVisible()
  await expect(bare.getByRole('link', { name: '请填写在第几分几秒看到，如 00:41' })).toBeVisible()
  await isKept()
  await bare.getByLabel('开始', { exact: true }).fill('00:01')

  await context.clearCookies()
  await send('片头.png', PNG)
  await expect(bare).toHaveURL(/sign-in\?back=%2Fc%2FXC-/)
  await expect(bare.locator('dt', { hasText: /^所见$/ }).locator('xpath=..')).toContainText(words)
  await context.addCookies(await page.context().cookies())
  await bare.goto(sheet)
  await write()
  await bare.getByLabel('开始', { exact: true }).fill('00:01')
  // Larger than what Next reads of an action, and than what it reads behind the proxy.
  await send('大图.png', Buffer.concat([PNG, Buffer.alloc(12 * 1024 * 1024, 7)]))
  await expect(bare).toHaveURL(sheet)
  await expect(bare.getByText('有发现，待移送').first()).toBeVisible()
  await expect(bare.getByRole('link', { name: '大图.png' })).toBeVisible()
  await expect(bare.getByText(words).first()).toBeVisible()
  await context.close()
})

test('a listed work that is seen again moves its order, with the evidence; its platform removes it anew', async ({ page }) => {
  await signIn(page, FANG)
  await page.goto('/association/inspection?view=today&purpose=listed')
  if ((await page.locator('tbody').getByRole('link').count()) === 0) await page.goto('/association/inspection?view=missed&purpose=listed')
  // An entry that hits two works bears the name of the first on its orders; the second has sheets of its own.
  await page.locator('tbody').getByRole('link').filter({ hasNotText: '夜宴之局' }).first().click()
  await expect(page.getByText('列入后 30 天内')).toBeVisible()
  const sheet = page.url()
  const title = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/[《》]/g, '')
  const platform = /^(.+?)，/.exec(await page.getByText(/抽出$/).first().innerText())![1]!
  await page.getByText('又看到了').click()
  await page.getByLabel('地址', { exact: true }).fill('https://video.example/watch/again')
  await page.getByLabel('集', { exact: true }).fill('1')
  await page.getByLabel('所见').fill('换了封面，全集可播。')
  await act(page, '找到了，报再次出现').click()
  await expect(page.getByRole('link', { name: '请填写在第几分几秒看到，如 00:41' })).toBeVisible()
  await expect(page.getByRole('link', { name: '请先上传截图：发现要附截图' })).toBeVisible()
  await expect(page.getByLabel('所见')).toHaveValue('换了封面，全集可播。')
  await page.locator('#evidence-files').setInputFiles([{ name: '再现.png', mimeType: 'image/png', buffer: PNG }])
  await expect(page.getByRole('link', { name: '再现.png' })).toBeVisible()
  await page.getByLabel('开始', { exact: true }).fill('00:12')
  await act(page, '找到了，报再次出现').click()
  await expect(page.getByText('有发现，待移送').first()).toBeVisible()
  await shoot(page, 'inspection-found')
  await act(page, '移送属地省局，立为举报').click()
  await expect(page).toHaveURL(/\/c\/JB-/)
  await page.goto(sheet)
  await expect(page.getByText('已移送').first()).toBeVisible()

  await signIn(page, ANSWERERS[platform]!)
  await page.goto('/platform/takedown?view=reappeared')
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByText('再次出现，未下架').first()).toBeVisible()
  await expect(page.getByRole('paragraph').filter({ hasText: 'https://video.example/watch/again' })).toBeVisible()
  await expect(page.getByRole('paragraph').filter({ hasText: '换了封面，全集可播。' })).toBeVisible()
  await shoot(page, 'inspection-order')
  await page.getByLabel('已下架', { exact: true }).check()
  await page.getByLabel('下架集数').fill('80')
  await act(page, '答复：已下架').click()
  await expect(page.getByText('曾再次出现').first()).toBeVisible()
})

test('anyone draws a published sample again with the printed commands', async ({ page }) => {
  await page.goto('/inspection')
  await page.getByRole('row').filter({ hasNotText: '次日公布' }).getByRole('link').first().click()
  await expect(page.getByText('重新抽样（shell）')).toBeVisible()
  await shoot(page, 'inspection-proof')
  const folder = mkdtempSync(join(tmpdir(), 'proof-'))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^下载名单/ }).click()])
  await download.saveAs(join(folder, download.suggestedFilename()))
  const commands = await page.locator('pre').allInnerTexts()
  const run = (command: string) => execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim()
  const [hash, seed, shell, node] = commands.map(run)
  const body = await page.locator('main').innerText()
  expect(body).toContain(hash!.split(' ')[0])
  expect(body).toContain(seed!.split(' ')[0])
  expect(shell!.split('\n').length).toBeGreaterThan(0)
  expect(node).toBe(shell)
  expect(shell!.split('\n')).toEqual(await page.locator('[data-drawn] li').allInnerTexts())
  rmSync(folder, { recursive: true })
})

test('what CNSA monitors is nobody else’s page', async ({ page }) => {
  await signIn(page, ANSWERERS.快手!)
  for (const path of ['/association/inspection', '/regulator/inspection', '/regulator/inspection/coverage'])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await page.goto('/platform/inspection')
  await shoot(page, 'inspection-own')
})
