import { Buffer } from 'node:buffer'
import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const [SHANCHENG, HONGGUO, KUAISHOU] = ['tan.xi@shancheng.example', 'compliance@hongguo.example', 'compliance@kuaishou.example']
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
/** Each of its own bytes: the same file twice is one. */
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.concat([PNG, Buffer.from(name)]) })

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const numberAt = (page: Page) => /ZG-\d{4}-\d+/.exec(page.url())![0]
const open = async (page: Page, list: string, name: RegExp) => {
  await page.goto(list)
  await page.getByRole('link', { name }).first().click()
  await expect(page).toHaveURL(/\/c\/ZG-/)
  return numberAt(page)
}

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

test('a creator reads what to change and where, hands it in with a file, and whoever ordered it accepts; who that is stays sealed', async ({
  page,
}) => {
  await signIn(page, SHANCHENG)
  await page.goto('/creator/queue')
  await expect(page.getByRole('link', { name: /^提交整改 ZG-/ })).toBeVisible()
  const number = await open(page, '/creator/rectification', /狱火归来/)
  await expect(page.getByText('退回 1 项，理由见下。')).toBeVisible()
  await expect(page.getByRole('row', { name: /V05-02.*第 10 集 00:44–01:20.*仍有动用私刑的画面/ })).toBeVisible()
  await expect(page.getByText('一家平台').first()).toBeVisible()
  await shoot(page, 'rectification-creator')
  await expectSealed(page, `/c/${number}`, '红果', '杜鹃', '方正', 'du.juan')

  await act(page, '提交整改').click()
  await expect(page.getByText('还没有提交：有 1 处需要修改')).toBeVisible()
  await page.getByLabel('整改情况说明').fill('第 10 集 01:05 起全部改为报警，已重新上传。')
  await page.getByLabel('替换的集').fill('十')
  await act(page, '提交整改').click()
  await expect(page.getByRole('link', { name: /请按“3、5-7、12”的样子填写集/ })).toBeVisible()
  await expect(page.getByLabel('整改情况说明')).toHaveValue('第 10 集 01:05 起全部改为报警，已重新上传。')
  await page.getByLabel('替换的集').fill('10')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([picture('改后-第10集.png'), picture('误选.png')])
  await expect(act(page, '移出 改后-第10集.png')).toBeVisible()
  await act(page, '移出 误选.png').click()
  await expect(act(page, '移出 误选.png')).toHaveCount(0)
  await act(page, '提交整改').click()
  await expect(page.getByRole('heading', { name: /^第 2 次提交/ })).toBeVisible()
  await expect(page.getByText('待验收').first()).toBeVisible()
  await expect(page.getByText('替换的集：10', { exact: true })).toBeVisible()

  await signIn(page, HONGGUO)
  await page.goto('/platform/queue')
  await page.getByRole('link', { name: `验收整改 ${number}` }).click()
  await expect(page.getByText('第 10 集 01:05 起全部改为报警，已重新上传。')).toBeVisible()
  await expect(page.getByText('改后-第10集.png').first()).toBeVisible()
  await expect(page.getByText('误选.png')).toHaveCount(0)
  await shoot(page, 'rectification-ruling')
  await act(page, '退回，继续整改').click()
  await expect(page.getByRole('link', { name: '请至少对一项写明退回理由' })).toBeVisible()
  await act(page, '验收合格').click()
  await expect(page.getByText('验收合格').first()).toBeVisible()
  await expect(act(page, '验收合格')).toHaveCount(0)

  await signIn(page, SHANCHENG)
  await page.goto('/creator/rectification?view=accepted')
  await expect(page.getByRole('row', { name: /狱火归来.*验收合格/ })).toBeVisible()
  await shoot(page, 'rectification-list')

  for (const email of ['compliance@taobao.example', 'fang.zheng@cnsa.example', 'wu.tong@yehang.example']) {
    await signIn(page, email)
    expect((await page.goto(`/c/${number}`))?.status(), email).toBe(404)
  }
})

test('for an account that nobody here holds its platform hands in, the page says so, and another hand accepts; without script', async ({
  page,
  browser,
}) => {
  await signIn(page, 'liu.qing@kuaishou.example')
  const number = await open(page, '/platform/rectification', /剧荒救星/)
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(await page.context().cookies())
  const quiet = await plain.newPage()
  await quiet.goto(`/c/${number}`)
  await expect(quiet.getByText('对象在本站没有成员，由快手代为提交。')).toBeVisible()
  await quiet.locator('form[enctype] input[type=file]').setInputFiles(picture('已删除列表.png'))
  await quiet.getByRole('button', { name: '上传' }).click()
  await expect(quiet.getByText('已删除列表.png')).toBeVisible()
  await quiet.getByLabel('整改情况说明').fill('雷同片段 41 条已删除。')
  await quiet.getByRole('button', { name: '代为提交整改' }).click()
  await quiet.goto(`/c/${number}`)
  await expect(quiet.getByText('须由另一名合规人员验收。可办理：李宁。')).toBeVisible()
  await plain.close()

  await signIn(page, KUAISHOU)
  await page.goto(`/c/${number}`)
  await act(page, '验收合格').click()
  await expect(page.getByText('验收合格').first()).toBeVisible()
})

test('a bureau orders on a report that it upheld, names item and place, and gives more time once', async ({ page }) => {
  await signIn(page, 'zheng.jie@beijing.example')
  await page.goto('/regulator/violation?view=upheld&q=奶包历险记')
  await page
    .getByRole('link', { name: /奶包历险记/ })
    .first()
    .click()
  await page.getByRole('link', { name: '责令整改', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /责令整改 《奶包历险记》/ })).toBeVisible()
  await shoot(page, 'rectification-order')
  const first = page.getByRole('group', { name: '第 1 项', exact: true })
  await first.getByLabel('要改什么').fill('删去该镜头，重做片头')
  await first.getByLabel('时码').fill('01:40-00:20')
  await act(page, '责令整改').click()
  await expect(page.getByRole('link', { name: '结束早于开始' })).toBeVisible()
  await expect(first.getByLabel('要改什么')).toHaveValue('删去该镜头，重做片头')
  await first.getByLabel('时码').fill('00:20-01:40')
  await act(page, '责令整改').click()
  await expect(page.getByRole('link', { name: '对象在本站没有成员，请选择代为提交的平台' })).toBeVisible()
  await page.getByLabel('代为提交的平台').selectOption({ label: '抖音' })
  await act(page, '责令整改').click()
  await expect(page).toHaveURL(/\/c\/ZG-/)
  const number = numberAt(page)
  await expect(page.getByText('对象在本站没有成员，由抖音代为提交。')).toBeVisible()
  await expect(page.getByRole('row', { name: /删去该镜头，重做片头.*00:20–01:40/ })).toBeVisible()
  await page.getByLabel('延期理由').fill('抖音调取原片需要时间')
  await act(page, '延期一次').click()
  await expect(page.getByText(/延期一次：抖音调取原片需要时间/)).toBeVisible()
  await expect(act(page, '延期一次')).toHaveCount(0)

  await signIn(page, 'he.shan@douyin.example')
  await page.goto('/platform/queue')
  await expect(page.getByRole('link', { name: `提交整改 ${number}` })).toBeVisible()
})

test('what a bureau had mended is met before the platform that decides: nothing is left to impose, and to spare is as guided', async ({
  page,
}) => {
  await signIn(page, 'zheng.jie@beijing.example')
  await page.goto('/regulator/violation?view=upheld&q=看剧助手')
  await page
    .getByRole('link', { name: /看剧助手/ })
    .first()
    .click()
  await page.getByRole('link', { name: '责令整改', exact: true }).click()
  await page.getByRole('group', { name: '第 1 项', exact: true }).getByLabel('要改什么').fill('删去片尾的引流')
  await act(page, '责令整改').click()
  await expect(page).toHaveURL(/\/c\/ZG-/)
  const number = numberAt(page)
  const decide = async () => {
    await signIn(page, HONGGUO)
    await page.goto('/platform/penalty?kind=mini_program')
    await page
      .getByRole('row', { name: /看剧助手/ })
      .getByRole('link', { name: /^作出处罚/ })
      .click()
  }
  await decide()
  await expect(page.getByText('已在整改中，责令即并入')).toBeVisible()
  await signIn(page, 'ding.zhu@hongguo.example')
  await page.goto(`/c/${number}`)
  await page.getByLabel('整改情况说明').fill('片尾引流已全部删去。')
  await act(page, '代为提交整改').click()
  await signIn(page, 'zheng.jie@beijing.example')
  await page.goto(`/c/${number}`)
  await act(page, '验收合格').click()
  await expect(page.getByText('验收合格').first()).toBeVisible()

  await decide()
  await expect(page.getByRole('heading', { name: '指引建议：没有要补的' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: '责令整改 已整改并验收合格，不用再责令' })).toBeDisabled()
  await expect(page.getByText('指引没有要补的，算按指引')).toBeVisible()
  await shoot(page, 'penalty-met')
  await page.getByLabel('不予处罚的理由').fill('已按责令整改。')
  await act(page, '不予处罚').click()
  await expect(page.getByRole('heading', { level: 1, name: '看剧助手：不予处罚' })).toBeVisible()
  await expect(page.getByText('按指引', { exact: true })).toBeVisible()
})

test('a refusal can be reported from its page, with its number', async ({ page }) => {
  await signIn(page, KUAISHOU)
  const number = await open(page, '/platform/rectification?view=refused', /一夜成凰/)
  await expect(page.getByText('到期没有提交整改，记为拒不整改。').first()).toBeVisible()
  await shoot(page, 'rectification-refused')
  await act(page, '起草拒不整改的举报').click()
  await expect(page).toHaveURL(/\/draft\//)
  await expect(page.getByRole('checkbox', { name: /V10-05/ })).toBeChecked()
  await expect(page.getByText(new RegExp(`被责令整改（${number}）`))).toBeVisible()
  await page.goto(`/c/${number}`)
  await expect(page.getByRole('link', { name: '继续起草举报' })).toBeVisible()
})
