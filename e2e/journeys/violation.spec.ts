import { createHash, randomBytes } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { shoot, signIn } from '../fixtures/portal'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const png = (text: string) => Buffer.concat([PNG, Buffer.from(text)])
const FILM = Buffer.concat([
  Buffer.from('00000020', 'hex'),
  Buffer.from('ftypisom'),
  Buffer.from('00000200', 'hex'),
  Buffer.from('isomiso2avc1mp41'),
])
const film = (megabytes: number) => Buffer.concat([FILM, randomBytes(megabytes * 2 ** 20)])
const DOUYIN = 'he.shan@douyin.example'
const KUAISHOU = 'compliance@kuaishou.example'
const BEIJING = 'chen.li@beijing.example'
const BEIJING_TOO = 'zheng.jie@beijing.example'

/** A member in a window of its own. */
async function as(browser: Browser, email: string, script = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
  await signIn(page, email)
  return page
}
const numberIn = (page: Page) => /JB-\d{4}-\d+/.exec(page.url())?.[0] ?? ''
const idIn = (page: Page) => /draft\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
/** Five days ago, whenever this is told. */
const SEEN = new Date(Date.now() - 5 * 24 * 3_600_000).toISOString().slice(0, 10)
const fresh = (title: string) => `${title}${randomBytes(3).toString('hex')}`

async function openDraft(page: Page, home = '/platform/violation') {
  await page.goto(home)
  await page.getByRole('button', { name: '提交违规举报' }).click()
  await expect(page).toHaveURL(/\/draft\//)
}
const title = (page: Page) => page.getByRole('textbox', { name: '片名' })

/** Everything that a report of a new work needs. */
async function fillNew(page: Page, name: string) {
  await title(page).fill(name)
  await page.getByLabel('登记簿里没有，按新作品举报').check()
  await page.getByLabel('上线后发现').check()
  await page.getByLabel('发现日期').fill(SEEN)
  await page.getByPlaceholder(/查找条目/).fill('擦边')
  await page.getByRole('checkbox', { name: /V04-02/ }).check()
}
async function fileNew(page: Page, name: string) {
  await openDraft(page)
  await fillNew(page, name)
  await page.getByRole('button', { name: '提交举报' }).click()
  await expect(page).toHaveURL(/\/c\/JB-/)
  return numberIn(page)
}
const send = (
  request: APIRequestContext,
  baseURL: string,
  id: string,
  bytes: Buffer,
  { name = '截图.png', headers = {} }: { name?: string; headers?: Record<string, string> } = {},
) =>
  request.put(`/api/evidence/${id}?${new URLSearchParams({ name })}`, {
    data: bytes,
    headers: { origin: baseURL, 'content-type': 'application/octet-stream', ...headers },
  })

test('a platform reports a work that comes back under another name; its bureau rules; the producer reads why, and not who', async ({
  browser,
}) => {
  const platform = await as(browser, DOUYIN)
  await openDraft(platform)
  await title(platform).fill('夜 宴！重启')
  await expect(platform.getByText('草稿已保存')).toBeVisible()
  await expect(platform.getByText(/与黑名单《夜宴》相近/).first()).toBeVisible()
  await expect(platform.getByRole('radiogroup', { name: '举报的作品' }).getByRole('radio').nth(2)).toBeVisible()
  await platform.getByLabel('一并引用').first().check()
  await platform.getByLabel('登记簿里没有，按新作品举报').check()
  await platform.getByRole('textbox', { name: '制作机构' }).fill('北京夜航文化传媒有限公司')
  await platform.getByLabel('上线后发现').check()
  await platform.getByLabel('发现日期').fill('2023-01-05')
  await platform.getByLabel('第 1 行集').fill('第 12 集')
  await platform.getByLabel('第 1 行开始').fill('00:38')
  await platform.getByLabel('第 1 行结束').fill('01:02')
  await platform.getByLabel('第 1 行说明').fill('左右镜像，1.1 倍速')
  await platform.getByLabel('第 2 行集').fill('15')
  await platform.getByLabel('第 2 行开始').fill('03:45')
  await platform.getByLabel('第 2 行结束').fill('03:20')
  await platform.locator('summary', { hasText: '粘贴多行' }).click()
  await platform.getByLabel('粘贴多行').last().fill('16 00:10-00:12 片头\n17')
  await platform.getByRole('button', { name: '填入上面各行' }).click()
  await expect(platform.getByLabel('第 4 行集')).toHaveValue('17')
  await platform.getByPlaceholder(/查找条目/).fill('改名')
  await platform.getByRole('checkbox', { name: /V10-01/ }).check()
  await expect(platform.getByText(/V10-01 的依据自 2025-05-01 起有效/)).toBeVisible()
  await platform.getByLabel('发现日期').fill(SEEN)
  await expect(platform.getByText(/V10-01 的依据自/)).toHaveCount(0)
  await platform.getByLabel('情况说明').fill('收款主体相同，左右镜像后重新上架。')

  await platform.locator('#evidence-files').setInputFiles([
    { name: '对照截图.png', mimeType: 'image/png', buffer: PNG },
    { name: '录屏.mp4', mimeType: 'video/mp4', buffer: film(24) },
    { name: '其实是网页.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') },
  ])
  await expect(platform.getByRole('button', { name: /等 \d 个文件传完再提交/ })).toBeVisible()
  const files = platform.getByRole('list', { name: '文件' })
  for (const name of ['对照截图.png', '录屏.mp4'])
    await expect(files.getByRole('listitem').filter({ hasText: name }).getByText('已上传')).toBeVisible({ timeout: 60_000 })
  await expect(files.getByText('没有传成')).toBeVisible()
  await expect(files.getByText(/只收 PNG、JPEG、WebP/)).toBeVisible()
  await files.getByRole('button', { name: '移除 其实是网页.png' }).click()
  await shoot(platform, 'violation-draft')

  await platform.getByRole('button', { name: '提交举报' }).click()
  await expect(platform.getByRole('alert').first()).toBeFocused()
  await expect(platform.getByRole('alert').first()).toContainText('第 15 集的结束时间 03:20 早于开始时间 03:45，请改其中一个')
  await platform.getByRole('link', { name: /第 15 集的结束时间/ }).click()
  await expect(platform.getByLabel('第 2 行结束')).toBeInViewport()
  await expect(platform.getByLabel('情况说明')).toHaveValue('收款主体相同，左右镜像后重新上架。')
  await platform.getByLabel('第 2 行结束').fill('04:20')
  await platform.getByRole('button', { name: '提交举报' }).click()
  await expect(platform).toHaveURL(/\/c\/JB-/)
  const number = numberIn(platform)
  await expect(platform.getByText('待核实').first()).toBeVisible()
  await shoot(platform, 'violation-filer')

  const bureau = await as(browser, BEIJING)
  await bureau.goto('/regulator/violation')
  await shoot(bureau, 'violation-regulator-list')
  await bureau.getByRole('link', { name: '《夜 宴！重启》' }).first().click()
  await expect(bureau).toHaveURL(new RegExp(number))
  await expect(bureau.getByText('抖音 何珊').first()).toBeVisible()
  await expect(bureau.getByText('左右镜像，1.1 倍速')).toBeVisible()
  const shown = bureau.getByRole('img', { name: '对照截图.png' })
  await expect(shown).toHaveCount(0)
  await bureau.getByRole('button', { name: '打开 对照截图.png' }).first().click()
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await bureau.getByRole('button', { name: '打开 录屏.mp4' }).first().click()
  await expect(bureau.locator('video')).toBeVisible()
  await bureau.reload()
  await expect(bureau.getByRole('region', { name: '证据打开记录' }).getByText('陈立')).toHaveCount(2)
  await shoot(bureau, 'violation-review')

  const panel = bureau.locator('#steps')
  await panel.getByRole('button', { name: '认定属实，告知举报单位' }).click()
  await expect(panel.getByRole('alert')).toContainText('请选择属实或不属实')
  await panel.getByLabel('属实', { exact: true }).check()
  await panel.getByRole('textbox', { name: '理由' }).first().fill('第 12、15 集核对属实，与已列入作品为同一内容。')
  await panel.getByRole('button', { name: '认定属实，告知举报单位' }).click()
  await expect(panel).toHaveCount(0)

  await platform.reload()
  await expect(platform.getByText('第 12、15 集核对属实').first()).toBeVisible()
  await platform.locator('#evidence-files').setInputFiles([{ name: '补充截图.png', mimeType: 'image/png', buffer: png('added') }])
  await expect(platform.getByText('补充证据').last()).toBeVisible()
  await expect(platform.getByRole('list', { name: '证据' }).getByText('补充截图.png').first()).toBeVisible()

  const creator = await as(browser, 'wu.tong@yehang.example')
  await creator.goto('/creator/case')
  await shoot(creator, 'violation-creator-list')
  await creator.getByRole('link', { name: '《夜 宴！重启》' }).first().click()
  await expect(creator.getByText('一家平台').first()).toBeVisible()
  await expect(creator.getByText('第 12、15 集核对属实').first()).toBeVisible()
  await expect(creator.getByText('00:38–01:02')).toBeVisible()
  await shoot(creator, 'violation-creator')
  for (const reply of [await creator.request.get(`/c/${number}`), await creator.request.get(`/c/${number}`, { headers: { RSC: '1' } })]) {
    const told = await reply.text()
    for (const sealed of ['抖音', '何珊', '左右镜像', '对照截图', '收款主体', '录屏']) expect(told).not.toContain(sealed)
  }
  for (const other of [await as(browser, KUAISHOU), await as(browser, 'lin.zhi@qinghe.example')]) {
    expect((await other.request.get(`/c/${number}`)).status()).toBe(404)
    await other.context().close()
  }
})

test('without scripts: search, rows, items, a plain upload, and nothing typed is lost', async ({ browser }) => {
  const page = await as(browser, DOUYIN, false)
  await openDraft(page)
  await title(page).fill('长安夜宴')
  await page.getByRole('button', { name: '查找' }).first().click()
  await expect(title(page)).toHaveValue('长安夜宴')
  await page.getByRole('radiogroup', { name: '举报的作品' }).getByRole('radio').first().check()
  await page.getByLabel('上线前发现').check()
  await page.getByLabel('发现日期').fill(SEEN)
  await page.locator('summary', { hasText: '粘贴多行' }).click()
  await page.getByLabel('粘贴多行').last().fill('3 00:10-00:09 片头')
  await page.locator('input[name=findItems]').fill('擦边')
  await page.locator('button[value=items]').click()
  await expect(page.locator('input[name=items]:visible')).toHaveCount(1)
  await page.getByRole('checkbox', { name: /V04-02/ }).check()
  await page.getByRole('button', { name: '保存并去添加证据' }).click()
  await page.locator('input[type=file]').setInputFiles([
    { name: '截图一.png', mimeType: 'image/png', buffer: png('one') },
    { name: '大的.mp4', mimeType: 'video/mp4', buffer: film(16) },
    { name: '假的.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ])
  await page.getByRole('button', { name: '上传所选文件' }).click()
  await expect(page.getByText('有文件没有收下：假的.png')).toBeVisible()
  await expect(page.getByRole('list', { name: '文件' })).toContainText('大的.mp4')
  await page.getByRole('link', { name: '回到草稿' }).click()
  await expect(page.getByRole('checkbox', { name: /V04-02/ })).toBeChecked()
  await page.getByRole('button', { name: '提交举报' }).click()
  await expect(page.getByRole('alert').first()).toContainText('第 1 行的结束时间早于开始时间')
  await page.getByLabel('粘贴多行').last().fill('3 00:10-00:12 片头')
  await page.getByRole('button', { name: '移除 截图一.png' }).click()
  await expect(page.getByRole('list', { name: '文件' })).not.toContainText('截图一.png')
  await page.getByRole('button', { name: '提交举报' }).click()
  await expect(page).toHaveURL(/\/c\/JB-/)
  await expect(page.getByText('00:10–00:12')).toBeVisible()
  await expect(page.getByText('核实，期限', { exact: false }).first()).toContainText('陕西')
})

test('what is hostile, too large or from elsewhere is refused and leaves nothing', async ({ browser, baseURL }) => {
  const platform = await as(browser, DOUYIN)
  await openDraft(platform)
  const id = idIn(platform)
  const { request } = platform
  const put = (bytes: Buffer, over: Parameters<typeof send>[4] = {}) => send(request, baseURL!, id, bytes, over)
  for (const bytes of [
    Buffer.from('<html>'),
    Buffer.from('%!PS'),
    Buffer.from('MZ'.padEnd(5000)),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ]) {
    const reply = await put(bytes, { name: '图.png' })
    expect(reply.status()).toBe(415)
    expect(await reply.json()).toMatchObject({ ok: false, code: 'file_type_unknown' })
  }
  expect((await put(Buffer.alloc(0))).status()).toBe(400)
  expect((await put(Buffer.concat([PNG, Buffer.alloc(20 * 2 ** 20)]))).status()).toBe(413)
  for (const origin of ['https://evil.example', 'null', '']) expect((await put(PNG, { headers: { origin } })).status()).toBe(403)
  expect((await send(request, baseURL!, '00000000-0000-7000-8000-00000000dead', PNG)).status()).toBe(404)
  expect((await send(request, baseURL!, '..%2F..%2Fetc', PNG)).status()).toBe(404)
  for (const email of [KUAISHOU, BEIJING, 'wu.tong@yehang.example']) {
    const other = await as(browser, email)
    expect([403, 404]).toContain((await send(other.request, baseURL!, id, PNG)).status())
    await other.context().close()
  }
  const nobody = await browser.newContext()
  expect((await send(nobody.request, baseURL!, id, PNG)).status()).toBe(401)
  await platform.reload()
  await expect(platform.getByRole('list', { name: '文件' })).toHaveCount(0)

  const cut = platform.evaluate(
    async ([address]) => {
      const stop = new AbortController()
      const sending = fetch(address!, {
        method: 'PUT',
        body: new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), new Uint8Array(15 * 2 ** 20)]),
        signal: stop.signal,
      })
      setTimeout(() => stop.abort(), 5)
      return sending.then(() => 'sent').catch(() => 'cut')
    },
    [`/api/evidence/${id}?name=cut.png`],
  )
  expect(['cut', 'sent']).toContain(await cut)

  const same = await Promise.all(Array.from({ length: 5 }, () => put(png('same'), { name: '../../etc/pass\u202ewd.png' })))
  expect(new Set(await Promise.all(same.map(async (reply) => (await reply.json()).id))).size).toBe(1)
  await platform.reload()
  await expect(platform.getByRole('list', { name: '文件' }).getByRole('listitem')).toHaveCount(1)
  await expect(platform.getByRole('list', { name: '文件' })).toContainText('passwd.png')
})

test('evidence is served whole and in parts, as what it is and to whoever may see it', async ({ browser, baseURL }) => {
  const platform = await as(browser, DOUYIN)
  await openDraft(platform)
  const draft = idIn(platform)
  const bytes = film(12)
  const uploaded = await send(platform.request, baseURL!, draft, bytes, { name: '录屏 "1".mp4' })
  expect(uploaded.status()).toBe(201)
  const { id, byteCount, mediaType } = await uploaded.json()
  expect({ byteCount, mediaType }).toEqual({ byteCount: bytes.length, mediaType: 'video/mp4' })
  const address = `/api/evidence/file/${id}`
  const get = (headers: Record<string, string> = {}) => platform.request.get(address, { headers })

  const whole = await get()
  expect(whole.status()).toBe(200)
  expect(
    createHash('sha256')
      .update(await whole.body())
      .digest('hex'),
  ).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(whole.headers()).toMatchObject({
    'content-type': 'video/mp4',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(whole.headers()['content-security-policy']).toMatch(/^sandbox;/)
  expect(whole.headers()['content-disposition']).toMatch(/^inline; filename="1\.mp4"; filename\*=UTF-8''/)

  const part = await get({ range: 'bytes=100-199' })
  expect(part.status()).toBe(206)
  expect(part.headers()['content-range']).toBe(`bytes 100-199/${bytes.length}`)
  expect((await part.body()).equals(bytes.subarray(100, 200))).toBe(true)
  const tail = await get({ range: 'bytes=-5' })
  expect((await tail.body()).equals(bytes.subarray(-5))).toBe(true)
  expect((await get({ range: `bytes=${bytes.length}-` })).status()).toBe(416)
  expect((await get({ range: 'bytes=5-1' })).status()).toBe(200)
  expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status()).toBe(200)

  const pdf = await (await send(platform.request, baseURL!, draft, Buffer.from('%PDF-1.7\n1 0 obj\n'), { name: '说明.pdf' })).json()
  expect((await platform.request.get(`/api/evidence/file/${pdf.id}`)).headers()['content-disposition']).toMatch(/^attachment;/)
  for (const email of [KUAISHOU, BEIJING, 'zhou.min@nrta.example', 'xu.qing@cnsa.example', 'wu.tong@yehang.example']) {
    const other = await as(browser, email)
    expect((await other.request.get(address)).status()).toBe(404)
    await other.context().close()
  }
  const nobody = await browser.newContext()
  expect((await nobody.request.get(address)).status()).toBe(404)
  for (const odd of ['x', '..', id.toUpperCase(), `${id}0`])
    expect((await platform.request.get(`/api/evidence/file/${encodeURIComponent(odd)}`)).status()).toBe(404)
})

test('two platforms report the same work; the bureau merges, sends on and dismisses; each filer reads its own outcome', async ({
  browser,
}) => {
  const [douyin, kuaishou] = [await as(browser, DOUYIN), await as(browser, KUAISHOU)]
  const name = fresh('两家都报')
  const first = await fileNew(douyin, name)
  const second = await fileNew(kuaishou, name)
  const bureau = await as(browser, BEIJING_TOO)
  await bureau.goto(`/c/${second}`)
  const panel = bureau.locator('#steps')
  await panel.locator('summary', { hasText: '并入较早的举报' }).click()
  await panel.getByLabel('并入的举报编号').fill(first)
  await panel.getByRole('button', { name: '并入这一件' }).click()
  await expect(panel.getByText('两件举报的对象不同', { exact: false }).first()).toBeVisible()
  await panel.getByLabel('是同一部作品').check()
  await panel.getByRole('button', { name: '并入这一件' }).click()
  await expect(bureau.getByText('已并案').first()).toBeVisible()
  await bureau.goto(`/c/${first}`)
  await expect(bureau.getByText('并入本件的举报')).toBeVisible()
  const dismissal = panel.locator('details', { hasText: '认定不属实' })
  await dismissal.locator('summary').click()
  await dismissal.getByRole('textbox', { name: '理由' }).fill('镜头为剧情所需，未达违规程度。')
  await dismissal.getByRole('button', { name: '认定不属实，告知举报单位' }).click()
  await expect(panel).toHaveCount(0)
  await kuaishou.goto(`/c/${second}`)
  await expect(kuaishou.getByText('已并案，不属实').first()).toBeVisible()
  await expect(kuaishou.getByText('镜头为剧情所需').first()).toBeVisible()
  expect(await (await kuaishou.request.get(`/c/${second}`)).text()).not.toContain(first)
  await kuaishou.goto('/platform/violation?view=merged')
  await expect(kuaishou.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  await shoot(kuaishou, 'violation-platform-list')
  const file = await kuaishou.request.get('/platform/violation/csv?view=merged')
  expect(file.headers()['content-type']).toContain('text/csv')
  expect(await file.text()).toContain(second)

  const third = await fileNew(douyin, fresh('转办之作'))
  await bureau.goto(`/c/${third}`)
  await panel.locator('summary', { hasText: '转其他省局' }).click()
  await panel.getByLabel('转给').selectOption({ label: '浙江局' })
  await panel.getByLabel('转办理由').fill('制作机构在浙江。')
  await panel.getByRole('button', { name: '转给所选的局' }).click()
  await expect(bureau).toHaveURL(/\/regulator\/violation/)
  expect((await bureau.request.get(`/c/${third}`)).status()).toBe(404)
  await douyin.goto(`/c/${third}`)
  await expect(douyin.getByText('浙江局核实', { exact: false }).first()).toBeVisible()
  await douyin.getByRole('button', { name: '撤回举报…' }).click()
  await douyin.getByRole('button', { name: '撤回举报', exact: true }).click()
  await expect(douyin.getByText('已撤回').first()).toBeVisible()
})

test('CNSA refers what only concerns an account, and reads what others reported once it is upheld', async ({ browser }) => {
  const cnsa = await as(browser, 'xu.qing@cnsa.example')
  await openDraft(cnsa, '/association/violation')
  await cnsa.getByLabel('没有作品，只涉及小程序或账号').check()
  const account = cnsa.getByRole('group', { name: /^账号/ })
  await account.getByLabel('平台').selectOption({ label: '快手' })
  await account.getByLabel('账号名称').fill('推广小站')
  await account.getByLabel('账号 ID').fill(fresh('ks'))
  await cnsa.getByLabel('上线后发现').check()
  await cnsa.getByLabel('发现日期').fill(SEEN)
  await cnsa.getByPlaceholder(/查找条目/).fill('V12-04')
  await cnsa.getByRole('checkbox', { name: /V12-04/ }).check()
  await cnsa.getByRole('button', { name: '提交举报' }).click()
  await expect(cnsa).toHaveURL(/\/c\/JB-/)
  await expect(cnsa.getByText('北京局核实', { exact: false }).first()).toBeVisible()
  await cnsa.goto('/association/violation?view=everyone')
  await expect(cnsa.getByRole('row').nth(1)).toBeVisible()
  await shoot(cnsa, 'violation-association-list')
  const told = await (await cnsa.request.get('/association/violation?view=everyone')).text()
  for (const sealed of ['李宁', '何珊', '快手 ', '举报单位']) expect(told).not.toContain(sealed)
})

test('a draft is kept as it is typed, given up after a question, and not found by anybody else', async ({ browser }) => {
  const page = await as(browser, DOUYIN)
  await openDraft(page)
  const address = page.url()
  const name = fresh('草稿之作')
  await title(page).fill(name)
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await page.goto('/platform/violation')
  await page.getByRole('link', { name: '继续填写' }).first().click()
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await expect(title(page)).toHaveValue(name)
  for (const email of [KUAISHOU, 'zhou.min@nrta.example', BEIJING]) {
    const other = await as(browser, email)
    expect((await other.request.get(address)).status()).toBe(404)
    await other.context().close()
  }
  await page.getByRole('button', { name: '删除草稿…' }).click()
  await page.getByRole('button', { name: '删除草稿', exact: true }).click()
  await expect(page).toHaveURL(/\/platform\/violation$/)
  expect((await page.request.get(address)).status()).toBe(404)
})
