import type { Metadata } from 'next'
import { GuidanceNav } from '@/app/_components/guidance/guidance-nav'
import { TitleResult } from '@/app/_components/guidance/title-result'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { Input } from '@/app/_ui/input'
import { Note } from '@/app/_ui/note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { checkTitle } from '@/lib/guidance/queries/titles'
import { fold } from '@/lib/matching/rules/fold'
import { look } from '@/lib/perform'
import { aliasesOf, bareTitle } from '@/lib/registration/rules/content'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).guidance.titlePage.title })

const LONGEST = 60
const ALIASES = 10

/** Can this title be used? Public names, the blacklist, and for a creator its own filings. */
export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string; aliases?: string }> }) {
  const [w, { actor }, query] = await Promise.all([words(), reader(), searchParams])
  const t = w.guidance.titlePage
  const title = bareTitle(String(query.q ?? '')).slice(0, LONGEST)
  const aliases = aliasesOf(String(query.aliases ?? ''))
    .slice(0, ALIASES)
    .map((alias) => alias.slice(0, LONGEST))
  const isAsked = query.q !== undefined
  const found = isAsked && fold(title) !== '' ? await look(actor, (tx) => checkTitle(tx, actor, { title, aliases })) : null
  return (
    <>
      <PageHead title={t.title} line={t.lead} large />
      <GuidanceNav current="title" />
      <div className="grid items-start gap-x-10 gap-y-8 pt-5 wide:grid-cols-[320px_minmax(0,1fr)]">
        <form action="/guidance/title" aria-label={t.title} className="grid gap-4.5">
          <Input
            name="q"
            label={t.field}
            hint={t.fieldHint}
            defaultValue={query.q ?? ''}
            maxLength={LONGEST}
            error={isAsked && !found ? t.empty : undefined}
          />
          <Input
            name="aliases"
            label={t.aliases}
            hint={t.aliasesHint}
            optional={w.form.optional}
            defaultValue={query.aliases ?? ''}
            maxLength={400}
          />
          <div>
            <SubmitButton busyLabel={w.form.busy}>{t.submit}</SubmitButton>
          </div>
        </form>
        <section id="result" aria-label={t.result} className="min-w-0">
          {found ? <TitleResult found={found} /> : <Note>{t.blank}</Note>}
        </section>
      </div>
    </>
  )
}
