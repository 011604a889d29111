import 'server-only'
import { visitor } from '@/lib/kernel/actor'
import { ok, type Outcome, refuse } from '@/lib/kernel/outcome'
import { digest, isPassword, newToken } from '@/lib/kernel/secret'
import { noteFailure, openSession as open, WINDOW_MINUTES } from '@/lib/organization/commands/sign-in'
import { credentialsOf, failuresOf } from '@/lib/organization/queries'
import { look, perform } from '@/lib/perform'

const PER_MEMBER = 10
const PER_ADDRESS = 100

/** Checks a password and opens a session with a new id. Refusals do not tell whether the member exists. */
export async function openSession({ email, password, address }: { email: string; password: string; address: string }): Promise<Outcome<{ sid: string }, 'wrong' | 'too_many'>> {
  const [member, place] = [digest(`member:${email.trim().toLowerCase()}`), digest(`address:${address}`)]
  const { failures, known } = await look(visitor, async (tx) => ({ failures: await failuresOf(tx, [member, place], new Date(Date.now() - WINDOW_MINUTES * 60_000)), known: await credentialsOf(tx, email.trim()) }))
  const count = (key: string) => failures.find(({ keyHash }) => keyHash === key)?.failures ?? 0
  if (count(member) >= PER_MEMBER || count(place) >= PER_ADDRESS) return refuse('too_many')
  if (!(await isPassword(known?.passwordHash, password)) || !known) {
    await perform(noteFailure, visitor, { keys: [member, place] })
    return refuse('wrong')
  }
  const opened = await perform(open, visitor, { memberId: known.memberId, sid: newToken(), keys: [member] })
  return opened.ok ? ok(opened.value) : refuse('wrong')
}
