import 'server-only'
import { shownLink } from '@/lib/organization/commands/invite'
import { words } from './locale'

/** What a form shows once of an invitation that it has made; a repeat of the answer says that it was shown. */
export async function linkOnce(made: { email: string; tokenHash: string }, { token }: { token: string }): Promise<Record<string, string>> {
  const { invite } = (await words()).member
  const link = shownLink(made, token)
  return link ? { title: invite.shown(made.email), link } : { title: invite.again }
}
