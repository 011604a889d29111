import * as z from 'zod'
import type { Db } from '@/db/client'
import { houseFor, visitor } from '../kernel/actor'
import { email } from '../kernel/form'
import { newToken } from '../kernel/secret'
import { invitationLink, inviteFounder } from '../organization/commands/invite'
import { perform } from '../perform'
import { NotFit } from './not-fit'

const house = houseFor(visitor)
const WHY: Record<string, string> = {
  has_administrator: '总局 has an administrator already. Administrators invite further members on the page 成员与职责 (Members).',
}

/** Invites the first administrator of 总局 into an empty portal. Gives the one-time link; refuses with the reason. */
export async function inviteFirstAdministrator(on: Db, typed: string | undefined): Promise<string> {
  const address = z.object({ address: email }).safeParse({ address: typed })
  if (!address.success) throw new NotFit('Say whom to invite: npm run invite -- name@example.cn')
  const token = newToken()
  const invited = await perform(inviteFounder, house, { email: address.data.address, token }, { on })
  if (!invited.ok) throw new NotFit(WHY[invited.code] ?? `Nobody was invited: ${invited.code}`)
  return invitationLink(token)
}
