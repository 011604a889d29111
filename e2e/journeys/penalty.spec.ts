import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const DOUYIN = 'compliance@douyin.example'
/** Said in reasons and in no other place: only 抖音 and the regulators may ever receive it. */
const CANARY = '金丝雀七号：同一运营人'

const measure = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberAt = (page: Page) => /CF-\d{4}-\d+/.exec(page.url())![0]

/** What a page says in its own body, in its payload and in its props. */
async function expectSealed(page: Page, path: string, ...words: string[]) {
  const answer = await page.goto(path)
  const bodies = [
    (await answer?.text()) ?? '',
    await page.content(),
    await (await page.request.get(path, { headers: { RSC: '1' } })).text(),
  ]
  for (const body of bodies) for (const word of words) expect(body, `${path} keeps ${word} to itself`).not.toContain(word)
}

test('a platform decides on its account by the guide, gives the reason for more, and each reads of it what it may', async ({ page }) => {
  await signIn(page, DOUYIN)
  await page.goto('/platform/penalty')
  await shoot(page, 'penalty-due')
  const row = page.getByRole('row', { name: /追剧小站/ })
  await expect(row.getByText('2 级')).toBeVisible()
  await row.getByRole('link', { name: /^作出处罚/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: '处罚账号 追剧小站' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '指引建议：责令整改 72 小时' })).toBeVisible()
  await expect(page.getByText('责令整改 72 小时（本次）')).toBeVisible()
  await expect(page.getByText('与指引一致，不用写理由。')).toBeVisible()
  await shoot(page, 'penalty-new')

  await expect(page.getByLabel('开始')).toHaveValue('')
  await expect(act(page, '责令整改 72 小时，立即开始')).toBeVisible()
  await measure(page, '禁言').check()
  await page.getByRole('radio', { name: '3 天', exact: true }).check()
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('开始').fill(`${tomorrow}T09:00`)
  await expect(act(page, /^责令整改 72 小时，立即开始；禁言 3 天，.*09:00 起$/)).toBeVisible()
  await page.getByLabel('开始').fill('')
  await expect(page.getByText('重于指引：选了责令整改 72 小时、禁言 3 天，指引是责令整改 72 小时。')).toBeVisible()
  await act(page, '责令整改 72 小时、禁言 3 天，立即开始').click()
  await expect(page.getByRole('link', { name: '重于指引，请写明理由' })).toBeVisible()
  await expect(measure(page, '禁言')).toBeChecked()
  await expect(page.getByRole('radio', { name: '3 天', exact: true })).toBeChecked()
  await page.getByLabel('偏离指引的理由').fill(`${CANARY}名下另一账号上月因同一条目禁言。`)
  await act(page, '责令整改 72 小时、禁言 3 天，立即开始').click()

  await expect(page.getByRole('heading', { level: 1, name: '追剧小站：责令整改 72 小时' })).toBeVisible()
  await expect(page.getByText('整个决定重于指引')).toBeVisible()
  await expect(page.getByText(CANARY)).toBeVisible()
  const guidance = numberAt(page)
  await shoot(page, 'penalty-guidance')
  await page.getByRole('link', { name: /^CF-/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '追剧小站：禁言 3 天' })).toBeVisible()
  const mute = numberAt(page)
  await page.goto('/platform/penalty')
  await expect(page.getByRole('row', { name: /追剧小站/ })).toHaveCount(0)
  await page.goto('/platform/queue')
  await expect(page.getByRole('link', { name: `作出处罚决定 ${guidance}` })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '即将解除的封禁' }).getByRole('row', { name: /追剧小站/ })).toBeVisible()

  await page.goto('/platform/penalty?view=active')
  const file = await (await page.request.get('/platform/penalty/csv?view=active')).text()
  const rows = page.getByRole('table').getByRole('row')
  expect(file.trim().split('\r\n')).toHaveLength(await rows.count())
  for (const number of await page.getByRole('table').getByText(/^CF-/).allTextContents()) expect(file).toContain(number)

  await signIn(page, 'chen.li@beijing.example')
  await page.goto('/regulator/penalty?deviation=yes&q=追剧小站')
  await expect(page.getByRole('row', { name: /追剧小站.*抖音.*重于指引/ })).toHaveCount(2)
  await page.goto('/regulator/penalty')
  await shoot(page, 'penalty-regulator')
  await page.goto(`/c/${mute}`)
  await expect(page.getByText(CANARY)).toBeVisible()
  await expect(page.getByText(/作出处罚 抖音 韩越/)).toBeVisible()
  await shoot(page, 'penalty-whole')

  const sealed = [CANARY, '抖音', '韩越', 'zhuiju_zhan']
  for (const [email, list] of [
    ['compliance@kuaishou.example', '/platform/penalty?view=shared'],
    ['fang.zheng@cnsa.example', '/association/penalty'],
  ] as const) {
    await signIn(page, email)
    for (const path of [list, `/c/${mute}`]) await expectSealed(page, path, ...sealed)
    const file = await (await page.request.get(list.replace('/penalty', '/penalty/csv'))).text()
    expect(file).toContain('追剧小站')
    for (const word of sealed) expect(file).not.toContain(word)
    await page.goto(list)
    await expect(page.getByRole('row', { name: /追剧小站.*禁言 3 天.*V12-05/ })).toBeVisible()
    if (email.endsWith('cnsa.example')) await shoot(page, 'penalty-shared')
    await page.goto(`/c/${mute}`)
    await expect(page.getByRole('heading', { level: 1, name: '追剧小站' })).toBeVisible()
    await expect(page.getByText('禁言 3 天')).toBeVisible()
  }
  await shoot(page, 'penalty-outline')

  await signIn(page, 'he.qing@zhejiang.example')
  expect((await page.goto(`/c/${mute}`))?.status()).toBe(404)
  await page.context().clearCookies()
  expect((await page.goto(`/c/${mute}`))?.status()).toBe(404)
})

test('guidance that was not followed leaves the next row of the guide to decide; the ban is lifted early with a reason, without script', async ({
  page,
  browser,
}) => {
  await signIn(page, DOUYIN)
  await page.goto('/platform/queue')
  await page
    .getByRole('row', { name: /都市狂医剧场/ })
    .getByRole('link', { name: /作出处罚决定/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '都市狂医剧场：待决定' })).toBeVisible()
  const due = numberAt(page)
  const guidance = (await page.getByRole('link', { name: /^CF-/ }).textContent())!.trim()
  await page.getByRole('link', { name: '去决定' }).click()
  await expect(page.getByRole('heading', { name: '指引建议：封禁 7 天' })).toBeVisible()
  await expect(page.getByText('3 级，90 天内第一次，责令整改期满未改：封禁 7 天')).toBeVisible()
  await page.getByLabel('开始').fill('2020-01-01T00:00')
  await act(page, /^封禁 7 天，/).click()
  await expect(page.getByRole('link', { name: /开始时间已过/ })).toBeVisible()
  await shoot(page, 'penalty-unmet')
  await page.getByLabel('开始').fill('')
  await act(page, '封禁 7 天，立即开始').dblclick()
  await expect(page.getByRole('heading', { level: 1, name: '都市狂医剧场：封禁 7 天' })).toBeVisible()
  expect(numberAt(page)).toBe(due)
  await expect(page.getByRole('link', { name: guidance })).toBeVisible()
  await page.goto(`/c/${guidance}`)
  await expect(page.getByText('期满未改').first()).toBeVisible()
  await expect(page.getByRole('link', { name: due }).first()).toBeVisible()
  await page.goto(`/platform/penalty?view=active&q=${encodeURIComponent('都市狂医剧场')}`)
  await expect(page.getByRole('row', { name: /都市狂医剧场/ })).toHaveCount(1)

  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(await page.context().cookies())
  const quiet = await plain.newPage()
  await quiet.goto(`/c/${due}`)
  await quiet.getByRole('button', { name: '提前解除封禁 7 天' }).click()
  await expect(quiet.getByText('请填写').first()).toBeVisible()
  await quiet.getByLabel('解除的理由').fill('账号归属认定有误，报省局更正。')
  await quiet.getByRole('button', { name: '提前解除封禁 7 天' }).click()
  await quiet.goto(`/c/${due}`)
  await expect(quiet.getByText('提前解除').first()).toBeVisible()
  await expect(quiet.getByText('账号归属认定有误，报省局更正。')).toBeVisible()
  await plain.close()
})

test('what somebody else reported is laid before its platform, which keeps to the episodes concerned or imposes nothing, without script', async ({
  page,
  browser,
}) => {
  await signIn(page, 'chen.li@beijing.example')
  await page.goto('/regulator/queue')
  const late = page.getByRole('row', { name: /龙王殿.*抖音超时/ })
  await expect(late.getByRole('link', { name: /看处罚/ })).toBeVisible()
  await shoot(page, 'penalty-escalated')

  await signIn(page, DOUYIN)
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(await page.context().cookies())
  const quiet = await plain.newPage()
  await quiet.goto('/platform/penalty?kind=drama')
  await quiet
    .getByRole('row', { name: /《龙王殿》/ })
    .getByRole('link', { name: /^作出处罚/ })
    .click()
  await quiet.getByRole('link', { name: /只处罚涉及的剧集（7、21）/ }).click()
  await expect(quiet.getByRole('heading', { name: '指引建议：责令整改 72 小时，并删除剧集' })).toBeVisible()
  await quiet.getByLabel('第 21 集').uncheck()
  await quiet.getByRole('button', { name: '按所选作出处罚' }).first().click()
  await expect(quiet.getByRole('heading', { level: 1, name: '《龙王殿》第 7 集：责令整改 72 小时' })).toBeVisible()
  await quiet.getByRole('link', { name: /^CF-/ }).first().click()
  await expect(quiet.getByRole('heading', { level: 1, name: '《龙王殿》第 7 集：删除剧集' })).toBeVisible()
  await quiet.getByRole('button', { name: '已改好，结束删除剧集' }).click()
  await expect(quiet.getByText('请填写').first()).toBeVisible()
  await quiet.getByLabel('改好的依据').fill('第 7 集已换新版，没有所列画面。')
  await quiet.getByRole('button', { name: '已改好，结束删除剧集' }).click()
  await expect(quiet.getByText('第 7 集已换新版，没有所列画面。')).toBeVisible()
  await plain.close()

  await page.goto('/platform/penalty')
  await page
    .getByRole('row', { name: /《青石巷》/ })
    .getByRole('link', { name: /^作出处罚/ })
    .click()
  await act(page, '不予处罚').click()
  await expect(page.getByText('请填写').first()).toBeVisible()
  await page.getByLabel('不予处罚的理由').fill('片头已补 AI 标识，认定前已改。')
  await act(page, '不予处罚').click()
  await expect(page.getByRole('heading', { level: 1, name: '《青石巷》：不予处罚' })).toBeVisible()
  await shoot(page, 'penalty-spared')
})

test('what is referred is taken on and concluded by the bureau, and its platform reads what came of it', async ({ page }) => {
  await signIn(page, 'chen.li@beijing.example')
  await page.goto('/regulator/queue')
  await page
    .getByRole('row', { name: /奶包历险记/ })
    .getByRole('link', { name: /受理移送/ })
    .click()
  await expect(act(page, '受理移送')).toBeVisible()
  const number = numberAt(page)
  await shoot(page, 'penalty-referred')
  await act(page, '受理移送').click()
  await expect(act(page, '办结移送')).toBeVisible()
  await page.getByLabel('办理结果').fill('已约谈制作方并立案。')
  await act(page, '办结移送').click()
  await expect(page.getByText('已办结').first()).toBeVisible()
  await signIn(page, DOUYIN)
  await page.goto(`/c/${number}`)
  await expect(page.getByText('已约谈制作方并立案。')).toBeVisible()
})
