import { eq } from 'drizzle-orm'
import { type Actor, visitor } from '../../lib/kernel/actor'
import { applyAsPlatform } from '../../lib/organization/commands/apply'
import type { acceptOrganization } from '../../lib/organization/commands/decide'
import { checkCharacter } from '../../lib/organization/rules/credit-code'
import { perform } from '../../lib/perform'
import type { Db } from '../client'
import { organizations } from '../schema'

type On = { db: Db; owner: Db }
let bodies = 70

/** What a platform of a name of its own applies with. */
function anApplication(over: Record<string, string> = {}) {
  const body = `91310104MB10000${bodies++}`
  return {
    code: `p${bodies}`,
    name: `测试平台${bodies}`,
    shortName: `测${bodies}`,
    creditCode: body + checkCharacter(body),
    provinceCode: '31',
    licenceNumber: '演示-1999',
    contactName: '甲',
    email: `p${bodies}@test.example`,
    password: 'long-enough-and-rare',
    ...over,
  }
}

/** A platform that has applied and waits. */
export async function aPlatformAtTheDoor({ db }: Pick<On, 'db'>, over: Record<string, string> = {}) {
  const outcome = await perform(applyAsPlatform, visitor, anApplication(over), { on: db })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.id
}

/** An approver accepts, suspends or reinstates it, at the version in which it stands. */
export async function decideOn({ db, owner }: On, command: typeof acceptOrganization, id: string, actor: Actor) {
  const [row] = await owner.select({ version: organizations.version }).from(organizations).where(eq(organizations.id, id))
  return perform(command, actor, { id, version: row!.version, reason: '依规' }, { on: db })
}
