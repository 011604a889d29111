import { expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const [KUAISHOU, DOUYIN, ZHOU, YEHANG] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'zhou.min@nrta.example',
  'wu.tong@yehang.example',
]
const [CODE, PHONE] = ['91330106MADEMA2D71', '010-80808080']

const open = async (page: Page, list: string, name: string) => {
  await page.goto(`${list}${list.includes('?') ? '&' : '?'}q=${encodeURIComponent(name)}`)
  await page.getByRole('rowheader', { name }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('总局 sees what stands together with a mini-program, follows its operator to all that happened, and equal names stay apart', async ({
  page,
}) => {
  await signIn(page, ZHOU)
  await open(page, '/regulator/subject', '夜色剧场Plus')
  const tied = page.getByRole('region', { name: '关联主体' })
  await expect(tied.getByRole('img', { name: /由 3 处相同之处相连/ })).toBeVisible()
  await expect(tied.getByRole('row', { name: /深夜剧情君.*信用代码 1、收款账户甲/ })).toBeVisible()
  await expect(tied.getByRole('row', { name: /小鱼看短剧.*电话甲/ })).toBeVisible()
  await shoot(page, 'dossier-subject')
  await page.getByRole('link', { name: '北京夜色网络科技有限公司' }).first().click()
  await expect(page).toHaveURL(/\/operator\/91110105DEMB/)
  await expect(page.getByRole('region', { name: '处罚' }).getByRole('row', { name: /深夜剧情君.*永久封禁/ })).toBeVisible()
  await open(page, '/regulator/subject?kind=mini_program', '夜航剧场')
  const alike = page.getByRole('region', { name: '同名的小程序和账号' })
  await expect(alike.getByText('同名，未必同一主体').first()).toBeVisible()
  await expect(alike.getByRole('row', { name: /夜航剧场.*抖音/ })).toBeVisible()
  await page.goto('/regulator/subject?q=北京夜航文化传媒有限公司')
  await page.getByRole('link', { name: '北京夜航文化传媒有限公司' }).first().click()
  await expect(page).toHaveURL(/\/operator\/91110105DEMA/)
  const works = page.getByRole('region', { name: '作品', exact: true })
  await expect(works.getByRole('row', { name: /制作机构/ }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: '举报与认定' }).getByRole('row').nth(1)).toBeVisible()
})

test('a platform states who is behind its own account; the number is never shown again, and others read the operator alone', async ({
  page,
}) => {
  await signIn(page, KUAISHOU)
  await open(page, '/platform/subject', '剧荒救星')
  const address = new URL(page.url()).pathname
  const state = page.getByRole('button', { name: '填报，监管部门可见' })
  await page.getByLabel('经营主体名称').fill('杭州某某网络科技有限公司')
  await page.getByLabel('统一社会信用代码').fill(CODE.replace(/1$/, '0'))
  await page.getByLabel('联系电话').fill(PHONE)
  await state.click()
  await expect(page.getByRole('link', { name: /校验位不对/ })).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill(CODE)
  await state.click()
  await expect(page.getByRole('heading', { name: '更新经营信息' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('已填报，只存加密摘要')).toBeVisible()
  expect(await page.content()).not.toContain(PHONE)

  await signIn(page, DOUYIN)
  await page.goto(address)
  await expect(page.getByText(CODE).first()).toBeVisible()
  for (const sealed of ['联系电话', '填报记录', '李宁']) await expect(page.getByText(sealed)).toHaveCount(0)
  await signIn(page, YEHANG)
  expect((await page.goto(address))?.status()).toBe(404)
})
