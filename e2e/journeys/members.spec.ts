import { type Browser, expect, type Page, test } from '@playwright/test'
import { foundCreator, PASSWORD } from '../fixtures/organization'
import { shoot, signIn } from '../fixtures/portal'

const duty = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const window = async (browser: Browser) => (await browser.newContext()).newPage()

async function invite(page: Page, email: string, ...duties: string[]) {
  await page.goto('/member')
  await page.getByLabel('邮箱').fill(email)
  for (const name of duties) await duty(page, name).check()
  await page.getByRole('button', { name: '生成一次性邀请链接' }).click()
  await expect(page.getByText(`给 ${email} 的链接已生成`)).toBeVisible()
  return new URL(await page.getByLabel('一次性邀请链接').inputValue()).pathname
}

async function openMember(page: Page, act: '改职责' | '移除', name: string) {
  await page.getByRole('link', { name: `${act} ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${name}的职责` })).toBeVisible()
}

async function join(browser: Browser, link: string, name: string, password = PASSWORD) {
  const page = await window(browser)
  await page.goto(link)
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '设置密码并加入' }).click()
  await expect(page).not.toHaveURL(/join/)
  return page
}

test('an administrator invites, gives duties that count at once, and takes them away', async ({ browser }) => {
  const { page, who } = await foundCreator(browser, '成员测试影视')
  const email = `xu.ning.${who.creditCode.slice(10, 17)}@studio.example`.toLowerCase()
  await page.goto('/member')
  await expect(page.getByText('唯一的管理员，不能移除')).toBeVisible()
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '生成一次性邀请链接' }).click()
  await expect(page.getByText('至少选一项职责').first()).toBeVisible()
  await expect(page.getByLabel('邮箱')).toHaveValue(email)
  const first = await invite(page, email, '填报')
  await shoot(page, 'members')
  await expect(page.getByLabel('一次性邀请链接')).toHaveCount(0)

  await page.getByRole('button', { name: '重新生成链接' }).click()
  const link = new URL(await page.getByLabel('一次性邀请链接').inputValue()).pathname
  const late = await window(browser)
  await late.goto(first)
  await expect(late.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible()
  await late.goto('/dev/mail')
  await expect(late.getByText(link).first()).toBeVisible()
  await late.goto(link)
  await shoot(late, 'join')
  await late.context().close()

  const member = await join(browser, link, '许宁')
  await member.goto('/member')
  await expect(member.getByRole('button', { name: '生成一次性邀请链接' })).toHaveCount(0)
  await expect(member.getByText('由管理员办理')).toBeVisible()
  expect((await member.goto(link))?.status()).toBe(200)
  await expect(member.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible()

  await page.goto('/member')
  await openMember(page, '改职责', '许宁')
  await shoot(page, 'member')
  await duty(page, '管理员').check()
  await page.getByRole('button', { name: '保存职责' }).click()
  await expect(page).toHaveURL(/\/member$/)
  await member.goto('/member')
  await expect(member.getByRole('button', { name: '生成一次性邀请链接' })).toBeVisible()

  await openMember(member, '改职责', '顾晨')
  await duty(member, '管理员').uncheck()
  await member.getByRole('button', { name: '保存职责' }).click()
  await expect(member).toHaveURL(/\/member$/)
  await expect(member.getByText('唯一的管理员，不能移除')).toBeVisible()
  await openMember(member, '改职责', '许宁')
  await duty(member, '管理员').uncheck()
  await member.getByRole('button', { name: '保存职责' }).click()
  await expect(member.getByText('先让另一名成员也任管理员').first()).toBeVisible()

  await member.goto('/member')
  await openMember(member, '移除', '顾晨')
  await member.getByRole('button', { name: '移除顾晨' }).click()
  await member.getByRole('alertdialog').getByRole('button', { name: '移除顾晨' }).click()
  await expect(member).toHaveURL(/\/member$/)
  await page.goto('/member')
  await expect(page).toHaveURL(/\/sign-in\?back=%2Fmember$/)
  await member.reload()
  await expect(member.getByText('移除', { exact: true }).first()).toBeVisible()
  for (const one of [page, member]) await one.context().close()
})

test('an invitation can be revoked', async ({ browser }) => {
  const { page, who } = await foundCreator(browser, '作废测试影视')
  const email = `zuofei.${who.creditCode.slice(10, 17)}@studio.example`.toLowerCase()
  const link = await invite(page, email, '签署')
  await page.goto('/member')
  await page.getByRole('button', { name: '作废' }).click()
  await expect(page.getByRole('alertdialog')).toContainText(email)
  await page.getByRole('alertdialog').getByRole('button', { name: '作废' }).click()
  await expect(page.getByRole('heading', { name: '邀请', exact: true })).toHaveCount(0)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible()
  await page.context().close()
})

test('one keeps one’s own name, language and password, and signs out everywhere', async ({ browser }) => {
  const { page, who } = await foundCreator(browser, '资料测试影视')
  const elsewhere = await window(browser)
  await signIn(elsewhere, who.email, PASSWORD)
  await page.goto('/profile')
  await shoot(page, 'profile')
  await page.getByRole('textbox', { name: '姓名' }).fill('顾辰')
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
  await expect(page.getByText('顾辰').first()).toBeVisible()
  await page.getByRole('radio', { name: '中文' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '个人资料' })).toBeVisible()

  await page.getByLabel('现在的密码').fill('不是这个密码的密码')
  await page.getByLabel('新密码').fill('青山一道同云雨 2026')
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByText('现在的密码不对').first()).toBeVisible()
  await page.getByLabel('现在的密码').fill(PASSWORD)
  await page.getByLabel('新密码').fill('1234567890')
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByText('这个密码太常见').first()).toBeVisible()
  await page.getByLabel('现在的密码').fill(PASSWORD)
  await page.getByLabel('新密码').fill('青山一道同云雨 2026')
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await elsewhere.goto('/profile')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await signIn(elsewhere, who.email, '青山一道同云雨 2026')

  await page.getByRole('button', { name: '在所有设备上退出登录' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '在所有设备上退出登录' }).click()
  await expect(page.getByText('您在所有设备上都已退出登录')).toBeVisible()
  await elsewhere.goto('/profile')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  for (const one of [page, elsewhere]) await one.context().close()
})

test('a forgotten password is set anew by a link that works once, and nobody learns who has an account', async ({ browser, page }) => {
  const { page: inside, who } = await foundCreator(browser, '重设测试影视')
  await page.goto('/reset')
  await shoot(page, 'reset')
  const answers: string[] = []
  for (const email of ['nobody@nowhere.example', who.email]) {
    await page.goto('/reset')
    await page.getByLabel('邮箱').fill(email)
    await page.getByRole('button', { name: '发送链接' }).click()
    await expect(page.getByText('如果这个邮箱有账号，链接已经发出')).toBeVisible()
    answers.push(await page.getByRole('main').innerText())
  }
  expect(answers[0]).toBe(answers[1])
  await page.goto('/dev/mail')
  await shoot(page, 'mails')
  const mail = page.getByRole('article').filter({ hasText: who.email }).filter({ hasText: '重新设置密码' })
  await expect(page.getByRole('article').filter({ hasText: 'nobody@nowhere.example' })).toHaveCount(0)
  const link = await mail.getByRole('link').first().getAttribute('href')
  await page.goto(link ?? '')
  await shoot(page, 'reset-link')
  await page.getByLabel('新密码').fill('春眠不觉晓 2026')
  await page.getByRole('button', { name: '设置新密码' }).click()
  await expect(page.getByText('新密码已设置，请登录')).toBeVisible()
  await inside.goto('/profile')
  await expect(inside).toHaveURL(/\/sign-in/)
  await page.goto(link ?? '')
  await expect(page.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible()
  await signIn(page, who.email, '春眠不觉晓 2026')
  await inside.context().close()
})

test('signing in tells nothing about who is a member, leads back, and is limited', async ({ browser, page }) => {
  const { page: inside, who } = await foundCreator(browser, '登录测试影视')
  await inside.context().close()
  await page.goto('/sign-in')
  await shoot(page, 'sign-in')
  const attempt = async (email: string, password: string) => {
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }
  const words: string[] = []
  for (const email of ['nobody@nowhere.example', who.email]) {
    await page.goto('/sign-in')
    await attempt(email, '不是这个密码的密码')
    const answer = page.getByRole('status').filter({ hasText: '邮箱或密码不对' })
    await expect(answer).toBeVisible()
    words.push(await answer.innerText())
    await expect(page.getByLabel('邮箱')).toHaveValue(email)
    await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
  }
  expect(words[0]).toBe(words[1])

  await page.goto('/member?from=mail')
  await expect(page).toHaveURL(/\/sign-in\?back=%2Fmember%3Ffrom%3Dmail$/)
  await attempt(who.email, PASSWORD)
  await expect(page).toHaveURL(/\/member\?from=mail$/)
  await page.context().clearCookies()
  await page.goto('/sign-in?back=//evil.example/')
  await attempt(who.email, PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  expect(new URL(page.url()).hostname).toBe('localhost')

  await page.context().clearCookies()
  await page.goto('/sign-in')
  for (let tries = 1; tries <= 11; tries += 1) {
    await attempt(who.email, `不是这个密码的密码 ${tries}`)
    await expect(page.getByText(tries <= 10 ? '邮箱或密码不对' : '试的次数太多了')).toBeVisible()
    await page.goto('/sign-in')
  }
  await attempt(who.email, PASSWORD)
  await expect(page.getByText('试的次数太多了')).toBeVisible()
})

test('a session is new at each sign-in, ends on sign-out, and a stranger cannot end it', async ({ browser }) => {
  const { page, who } = await foundCreator(browser, '会话测试影视')
  const session = async () => (await page.context().cookies()).find(({ name }) => name === 'portal')
  const before = await session()
  expect(before).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const foreign = await page.request.post('/api/sign-out', { headers: { origin: 'https://evil.example' } })
  expect(foreign.status()).toBe(403)
  expect((await page.request.post('/api/sign-out', { maxRedirects: 0 })).status()).toBe(403)
  expect((await page.goto('/profile'))?.url()).toContain('/profile')

  const stolen = await browser.newContext()
  await stolen.addCookies(await page.context().cookies())
  await page.goto('/profile')
  await page.locator('summary', { hasText: '顾晨' }).click()
  await page.getByRole('button', { name: '退出登录', exact: true }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  const thief = await stolen.newPage()
  await thief.goto('/profile')
  await expect(thief).toHaveURL(/\/sign-in/)
  await signIn(page, who.email, PASSWORD)
  expect((await session())?.value).not.toBe(before?.value)
  for (const context of [stolen, page.context()]) await context.close()
})
