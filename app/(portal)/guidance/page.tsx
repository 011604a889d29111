import type { Metadata } from 'next'
import { AnswerList } from '@/app/_components/consultation/answer-list'
import { GuidanceNav } from '@/app/_components/guidance/guidance-nav'
import { ItemTable } from '@/app/_components/guidance/item-table'
import { words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead, Section } from '@/app/_ui/heads'
import { Input } from '@/app/_ui/input'
import { Link } from '@/app/_ui/link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { publicAnswers } from '@/lib/consultation/queries'
import { library } from '@/lib/guidance/queries/items'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).guidance.title })

const FEW = 4

/** Where creators meet the portal before they film. */
export default async function Page() {
  const [w, now, { actor, member }] = await Promise.all([words(), instant(), reader()])
  const { guidance: g } = w
  const h = g.home
  const found = await look(actor, async (tx) => ({
    calls: await library(tx, now, { kind: 'call', open: true }, FEW),
    notices: await library(tx, now, { kind: 'notice' }, FEW),
    recommended: await library(tx, now, { kind: 'recommendation' }, FEW),
    answers: await publicAnswers(tx, {}, FEW),
  }))
  const isCreator = member?.kind === 'creator' && member.organizationState === 'accepted'
  const all = (kind: string, label: string) => <Link href={`/guidance/library?kind=${kind}`}>{label}</Link>
  return (
    <>
      <PageHead title={g.title} line={g.lead} large />
      <GuidanceNav current="home" />
      <div className="grid gap-x-10 gap-y-8 pt-6 desk:grid-cols-3">
        <section aria-labelledby="to-class" className="grid content-start gap-2 border-t-[3px] border-accent pt-3">
          <h2 id="to-class">{h.class}</h2>
          <p className="text-ink-2">{h.classText}</p>
          <div className="pt-1">
            <ButtonLink href="/guidance/class" look="filled" size="main">
              {h.classGo}
            </ButtonLink>
          </div>
        </section>
        <section aria-labelledby="to-title" className="grid content-start gap-2 border-t-[3px] border-accent-line pt-3">
          <h2 id="to-title">{h.title}</h2>
          <p className="text-ink-2">{h.titleText}</p>
          <form action="/guidance/title" className="flex items-end gap-2 pt-1">
            <Input
              name="q"
              id="title-q"
              label={h.titleField}
              hideLabel
              placeholder={h.titleField}
              maxLength={60}
              className="min-w-0 flex-1"
            />
            <SubmitButton look="outline" size="normal" busyLabel={w.form.busy}>
              {h.titleGo}
            </SubmitButton>
          </form>
        </section>
        <section aria-labelledby="to-ask" className="grid content-start gap-2 border-t-[3px] border-accent-line pt-3">
          <h2 id="to-ask">{h.ask}</h2>
          <p className="text-ink-2">{h.askText}</p>
          <div className="pt-1">
            {isCreator ? (
              <ButtonLink href="/creator/consultation/new" size="main">
                {h.askGo}
              </ButtonLink>
            ) : (
              !member && (
                <ButtonLink href="/creator/consultation/new" size="main">
                  {h.signIn}
                </ButtonLink>
              )
            )}
          </div>
        </section>
      </div>
      <Section id="calls" title={h.calls} actions={all('call', h.callsAll)}>
        {found.calls.rows.length > 0 ? (
          <ItemTable rows={found.calls.rows} now={now} kind="call" />
        ) : (
          <EmptyState title={h.noCalls}>{h.noCallsNext}</EmptyState>
        )}
      </Section>
      <Section id="notices" title={h.notices} actions={all('notice', h.noticesAll)}>
        <ItemTable rows={found.notices.rows} now={now} kind="notice" />
      </Section>
      <Section id="answers" title={h.answers} actions={<Link href="/guidance/question">{h.answersAll}</Link>}>
        {found.answers.rows.length > 0 ? (
          <AnswerList answers={found.answers.rows} />
        ) : (
          <EmptyState title={h.noAnswers}>{h.noAnswersNext}</EmptyState>
        )}
      </Section>
      <Section id="recommended" title={h.recommended} actions={all('recommendation', h.recommendedAll)}>
        <ItemTable rows={found.recommended.rows} now={now} kind="recommendation" />
      </Section>
    </>
  )
}
