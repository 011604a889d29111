import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OnMyAccounts } from '@/app/_components/penalty/on-my-accounts'
import { EntriesAgainst } from '@/app/_components/violation/entries-against'
import { UpheldAgainst } from '@/app/_components/violation/upheld-against'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).violation.creator.title })

/** What was found against the creator's works, mini-programs and accounts. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor('creator.editor', 'creator.signatory', 'admin')
  if (actor.kind !== 'creator') notFound()
  const { after, penalties } = await searchParams
  const [{ violation: w, shell }, f, at] = [await words(), await format(), await now()]
  return (
    <>
      <PageHead title={w.creator.title} line={w.creator.line} time={shell.beijing(f.instant(at))} />
      <UpheldAgainst actor={actor} after={typeof after === 'string' ? after : undefined} now={at} />
      <EntriesAgainst actor={actor} now={at} />
      <OnMyAccounts actor={actor} after={typeof penalties === 'string' ? penalties : undefined} />
    </>
  )
}
