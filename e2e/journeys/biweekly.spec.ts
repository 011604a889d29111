import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

/** Said in a reason and in no other place: only 红果, its bureau and 总局 may ever receive it. */
const CANARY = '金丝雀十二号：上传审核时拦截'

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberAt = (page: Page) => /SZ-\d{4}-\d+/.exec(page.url())![0]

/** The latest report of the platform that signed in, from its list. */
async function openLatest(page: Page) {
  await page.goto('/platform/biweekly')
  await page.getByRole('table', { name: '双周报送清单' }).getByRole('row').nth(1).getByRole('link').click()
  await page.waitForURL(/\/c\/SZ-/)
  return numberAt(page)
}

test('a report is written by one, signed by another, read by 总局 with every figure, and amended by a version', async ({ browser }) => {
  const writer = await (await browser.newContext()).newPage()
  await signIn(writer, 'ding.zhu@hongguo.example')
  await writer.goto('/platform/queue')
  await expect(writer.getByRole('link', { name: /^编写双周报送 SZ-/ })).toBeVisible()
  await writer.goto('/platform/biweekly')
  await shoot(writer, 'biweekly-list')
  const number = await openLatest(writer)
  await expect(writer.getByText('待编写').first()).toBeVisible()
  await writer.getByRole('link', { name: '编写报送' }).click()
  await expect(writer.getByRole('heading', { level: 1, name: /^编写双周报送/ })).toBeVisible()
  await shoot(writer, 'biweekly-write')

  await writer.getByLabel('上线前拦截 申报').first().fill('26')
  await act(writer, '写好，交签发').click()
  await expect(writer.getByText('与记录不同，请写明理由').first()).toBeVisible()
  await expect(writer.getByLabel('上线前拦截 申报').first()).toHaveValue('26')
  await writer.getByLabel('上线前拦截 理由').first().fill(CANARY)
  await act(writer, '写好，交签发').click()
  await expect(writer.getByText('待签发').first()).toBeVisible()
  await expect(writer.getByText('申报 26')).toBeVisible()
  await expect(writer.getByRole('link', { name: /^记录 \d+$/ })).toBeVisible()
  await expect(writer.getByText(/可办理：.*杜鹃/)).toBeVisible()
  await expect(act(writer, '签发，报送总局')).toHaveCount(0)

  const signer = await (await browser.newContext()).newPage()
  await signIn(signer, 'compliance@hongguo.example')
  await signer.goto(`/c/${number}`)
  await expect(signer.getByText('丁竹编写。', { exact: false })).toBeVisible()
  await act(signer, '签发，报送总局').click()
  await expect(signer.getByText('已报送').first()).toBeVisible()

  const national = await (await browser.newContext()).newPage()
  await signIn(national, 'zhou.min@nrta.example')
  await national.goto('/regulator/biweekly')
  await expect(national.getByRole('row', { name: /红果/ }).getByRole('img', { name: /^红果 查处作品/ })).toBeVisible()
  await shoot(national, 'biweekly-board')
  await national.goto(`/c/${number}`)
  await expect(national.getByText(CANARY)).toBeVisible()
  await shoot(national, 'biweekly-report')
  const recorded = national
    .getByRole('table', { name: '三、另报的数' })
    .getByRole('row', { name: /上线前拦截/ })
    .getByRole('link')
  await recorded.click()
  await expect(national).toHaveURL(/\/figure\?d=/)
  await expect(national.getByRole('heading', { level: 1, name: /上线前拦截/ })).toBeVisible()
  for (const [file, start] of [
    ['xlsx', 'PK'],
    ['pdf', '%PDF-'],
  ] as const) {
    const answer = await national.request.get(`/api/biweekly/${number}/${file}`)
    expect(answer.status()).toBe(200)
    expect((await answer.body()).subarray(0, start.length).toString('latin1')).toBe(start)
  }

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'compliance@kuaishou.example')
  const answer = await other.goto(`/c/${number}`)
  await expect(other.getByText('已报送').first()).toBeVisible()
  await expect(other.getByRole('table', { name: '一、查处情况' })).toHaveCount(0)
  for (const body of [
    await answer!.text(),
    await other.content(),
    await (await other.request.get(`/c/${number}`, { headers: { RSC: '1' } })).text(),
  ])
    for (const word of [CANARY, '丁竹', '杜鹃']) expect(body).not.toContain(word)
  expect((await other.request.get(`/api/biweekly/${number}/pdf`)).status()).toBe(404)

  await writer.goto(`/c/${number}`)
  await writer.getByRole('link', { name: '编写修订版' }).click()
  await expect(writer.getByLabel('上线前拦截 申报').first()).toHaveValue('26')
  await writer.getByLabel('上线前拦截 申报').first().fill('27')
  await writer.getByLabel('修订的原因').fill('漏报一部。')
  await act(writer, '写好修订版，交签发').click()
  await expect(writer.getByText('第 2 版').first()).toBeVisible()
  const amended = numberAt(writer)
  await signer.goto(`/c/${amended}`)
  await act(signer, '签发，替代原来的一份').click()
  await expect(signer.getByText('已报送').first()).toBeVisible()
  await signer.goto(`/c/${number}`)
  await expect(signer.getByText('这一份已被修订版替代，留存备查。')).toBeVisible()
  await expect(signer.getByText('申报 26')).toBeVisible()
  await signer.getByRole('link', { name: `已由 ${amended} 替代` }).click()
  await expect(signer.getByText('申报 27')).toBeVisible()
})

test('without script a report is written and returned, and nothing that was typed is lost; 总局 waives it for all to read', async ({
  browser,
}) => {
  const plain = async (email: string) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await signIn(page, email)
    return page
  }
  const writer = await plain('qian.rong@wechat.example')
  const number = await openLatest(writer)
  await writer.getByRole('link', { name: '编写报送' }).click()
  await writer.getByLabel('编写说明').fill('两部的集数尚待核对。')
  const away = await plain('qian.rong@wechat.example')
  await away.goto(writer.url())
  await away.locator('[name="declared.:::works"]').fill('26')
  await away.locator('[name="reasons.:::works"]').fill('另有一部')
  for (const row of [0, 1]) await away.locator(`[name="added.${row}.value"]`).fill('7')
  await away.getByLabel('项目').first().selectOption({ label: '上线前拦截' })
  await away.context().clearCookies()
  await act(away, '写好，交签发').click()
  await expect(away).toHaveURL(/sign-in/)
  const given = await away.locator('dl dt').allInnerTexts()
  expect(new Set(given).size).toBe(given.length)
  expect(given).toEqual(expect.arrayContaining(['合计 · 查处作品 申报', '合计 · 查处作品 理由', '合计 · 上线前拦截 申报', '第 2 行申报数']))
  await away.context().close()
  await writer.getByLabel('申报数').first().fill('3')
  await act(writer, '写好，交签发').click()
  await expect(writer.getByText('这一行的类别、来源和项目对不上，请重新选择').first()).toBeVisible()
  await expect(writer.getByLabel('编写说明')).toHaveValue('两部的集数尚待核对。')
  await writer.getByLabel('项目').first().selectOption({ label: '上线前拦截' })
  await writer.locator('[name="added.0.reason"]').fill('上传审核时拦截')
  await act(writer, '写好，交签发').click()
  await expect(writer.getByText('待签发').first()).toBeVisible()

  const signer = await plain('compliance@wechat.example')
  await signer.goto(`/c/${number}`)
  await signer.getByText('退回重写').click()
  await signer.getByLabel('退回的理由').fill('请先核对集数。')
  await act(signer, '退回').click()
  await expect(signer.getByText('待编写').first()).toBeVisible()
  await expect(signer.getByText('请先核对集数。')).toBeVisible()

  const national = await plain('zhou.min@nrta.example')
  await national.goto(`/c/${number}`)
  await national.getByLabel('免报的理由（公开）').fill('系统升级，本期并入下期。')
  await act(national, '免去本期报送').click()
  await expect(national.getByText('免报').first()).toBeVisible()

  const monitor = await plain('fang.zheng@cnsa.example')
  await monitor.goto(`/c/${number}`)
  await expect(monitor.getByText('系统升级，本期并入下期。').first()).toBeVisible()
  await expect(monitor.getByRole('table', { name: '一、查处情况' })).toHaveCount(0)
})

test('whoever wrote a report does not sign it; where nobody else can, the page says whom to invite', async ({ page }) => {
  await signIn(page, 'compliance@taobao.example')
  await openLatest(page)
  const written = page.getByText('待签发').first()
  if (!(await written.isVisible())) {
    await page.getByRole('link', { name: '编写报送' }).click()
    await act(page, '写好，交签发').click()
  }
  await expect(written).toBeVisible()
  await expect(act(page, '签发，报送总局')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '由谁办理' })).toBeVisible()
  await shoot(page, 'biweekly-written')
})
