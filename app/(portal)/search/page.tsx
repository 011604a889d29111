import type { Metadata } from 'next'
import { findEverywhere } from '@/app/_components/search/find'
import { FoundGroups } from '@/app/_components/search/found-groups'
import { words } from '@/app/_server/locale'
import { currentMember } from '@/app/_server/session'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Input } from '@/app/_ui/input'
import { isAsked } from '@/lib/matching/rules/fold'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).search.title })

/** Search across all nouns, without script too. */
export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const [{ actor }, { q: typed = '' }, { search: w }] = await Promise.all([currentMember(), searchParams, words()])
  const q = typed.trim().slice(0, 100)
  const found = await findEverywhere(actor, q, { whole: true })
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0)
  return (
    <>
      <PageHead title={w.title} line={w.line} />
      <form className="mb-6 flex max-w-prose items-end gap-2">
        <Input name="q" type="search" label={w.field} defaultValue={q} key={q} maxLength={100} className="flex-1" data-search="" />
        <Button type="submit">{w.submit}</Button>
      </form>
      {q && !isAsked(q) && <p role="status">{w.least}</p>}
      {isAsked(q) &&
        (count > 0 ? (
          <>
            <p role="status" className="mb-4 text-ink-2">
              {w.found(count)}
            </p>
            <FoundGroups found={found} words={w} />
          </>
        ) : (
          <EmptyState title={w.none(q)}>{w.noneNext}</EmptyState>
        ))}
    </>
  )
}
