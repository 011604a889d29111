import { type Browser, expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { cast } from '../../db/testing/fixtures'
import { anUpheldReport, aWork } from '../../db/testing/listings'
import { NATIONAL_ID } from '../../lib/kernel/id'
import { database } from '../fixtures/database'
import { signIn } from '../fixtures/portal'

const KUAISHOU = 'compliance@kuaishou.example'

async function at(browser: Browser, email: string, path: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, email)
  await page.goto(path)
  return page
}

test('whoever is reviewer and approver at 总局 verifies an entry that was proposed there, and reads that another must approve it', async ({
  browser,
}) => {
  const portal = await database()
  const as = await cast(portal.db)
  const work = await aWork(portal, { title: `两手之间 ${Date.now().toString(36)}`, bureauId: NATIONAL_ID })
  const report = await anUpheldReport(portal, as(KUAISHOU), work.id, { bureauId: NATIONAL_ID })
  const [filed] = await portal.owner.execute<{ number: string }>(sql`select number from violations where id = ${report}`)
  await portal.end()

  const platform = await at(browser, KUAISHOU, `/platform/blacklist/propose?violation=${filed!.number}`)
  await platform.getByRole('textbox', { name: '提请理由' }).fill('多平台扩散，须全网下架。')
  await platform.getByRole('button', { name: '提请列入黑名单' }).click()
  await expect(platform).toHaveURL(/\/c\/HM-/)
  const entry = new URL(platform.url()).pathname

  const zhou = await at(browser, 'zhou.min@nrta.example', entry)
  const approve = /^批准列入，发出 \d+ 份下架指令$/
  await zhou.getByLabel('核实意见').fill('核对属实。')
  await zhou.getByRole('button', { name: '核实，报总局审批' }).click()
  await expect(zhou.getByText('待审批').first()).toBeVisible()
  await expect(zhou.getByText(/^由另一名审批人办理：前面的步骤是您经手的。可办理：/)).toContainText('高原')
  await expect(zhou.getByRole('button', { name: approve })).toHaveCount(0)

  const gao = await at(browser, 'gao.yuan@nrta.example', entry)
  await expect(gao.getByRole('button', { name: approve })).toBeVisible()
})
