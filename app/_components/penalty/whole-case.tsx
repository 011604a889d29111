import { format, locale, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Sealed } from '@/app/_ui/sealed'
import { Severity } from '@/app/_ui/severity'
import { CaseLayout } from '@/app/_ui/step-panel'
import { Timeline } from '@/app/_ui/timeline'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'
import type { Actor } from '@/lib/kernel/actor'
import type { WholePenalty } from '@/lib/penalty/queries/case'
import { REFERRAL } from '@/lib/penalty/rules/measure'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import { cellWords } from './cell-words'
import { EarlierReports, nameIn } from './decision-facts'
import { PenaltySteps } from './penalty-steps'
import { PenaltyStanding } from './standing'

type Props = { found: WholePenalty; actor: Actor; now: Date; nameOf: (code: string) => string; book: Rulebook }
type Level = 1 | 2 | 3 | 4

/** What the platform itself and the regulators read: why, how far from the guide, and what happened since. */
export async function WholeCase({ found, actor, now, nameOf, book }: Props) {
  const [{ penalty: w, shell }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const { penalty, reasons, guided, platform, bureau, violation, earlier, siblings, after } = found
  const facts = w.page.facts
  const other = ({ number, rung, parameter, state }: WholePenalty['siblings'][number]) => (
    <span key={number} className="flex flex-wrap gap-x-3">
      <Link href={`/c/${number}`}>
        <Official>{number}</Official>
      </Link>
      {w.measure(rung, parameter)} <span className="text-ink-2">{w.state[state]}</span>
    </span>
  )
  const cell = cellWords(w, { now: guided.map((row) => ({ ...row, deadlineHours: 0 })), waiting: [] }) || w.new.guidedNothing
  const list = actor.kind === 'platform' ? '/platform/penalty?view=active' : '/regulator/penalty'
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: penalty.number ?? '' }]}
        crumbsLabel={shell.location}
        title={<Zh>{w.page.heading(penalty.handle, w.measure(penalty.rung, penalty.parameter))}</Zh>}
        state={<PenaltyStanding row={penalty} now={now} pill />}
        line={w.page.line(nameIn(platform, english), f.instant(penalty.openedAt))}
        time={shell.beijing(f.instant(now))}
      />
      <CaseLayout
        lead={
          <Facts
            items={[
              {
                label: facts.account,
                value: (
                  <>
                    <Zh>{penalty.handle}</Zh>
                    <Aside>{w.new.facts.accountId(nameIn(platform, english), found.accountId)}</Aside>
                  </>
                ),
              },
              { label: facts.severity, value: <Severity level={found.severity as Level} label={shell.severity(found.severity)} /> },
              {
                label: facts.items,
                wide: true,
                value: penalty.clauses.map((code) => (
                  <span key={code} className="block">
                    {code} {nameOf(code)}
                  </span>
                )),
              },
              { label: facts.starts, value: f.instant(penalty.startsAt) },
              {
                label: facts.ends,
                value: (
                  <>
                    {penalty.endsAt ? f.instant(penalty.endsAt) : penalty.rung === REFERRAL ? <Nothing /> : w.list.lasting}
                    {penalty.endedAt && <Aside>{w.page.endedAt(f.instant(penalty.endedAt))}</Aside>}
                  </>
                ),
              },
              violation?.decidedAt && {
                label: facts.ruling,
                wide: true,
                value: (
                  <>
                    {w.page.ruling(nameIn(bureau, english), f.instant(violation.decidedAt))}{' '}
                    <Link href={`/c/${violation.number}`}>
                      <Official>{violation.number}</Official>
                    </Link>
                  </>
                ),
              },
              {
                label: facts.earlier,
                wide: true,
                value: earlier.length === 0 ? w.new.none : <EarlierReports earlier={earlier} />,
              },
              { label: facts.guide, wide: true, value: w.page.guide(reasons.severity, reasons.occurrence, cell) },
              {
                label: facts.against,
                wide: true,
                value: (
                  <>
                    {reasons.against === 'as_guided' ? w.against.as_guided : <b>{w.against[reasons.against]}</b>}
                    {reasons.decision !== reasons.against && <Aside>{w.page.decisionAgainst(w.against[reasons.decision])}</Aside>}
                  </>
                ),
              },
              siblings.length > 0 && { label: facts.siblings, wide: true, value: siblings.map(other) },
              after && { label: facts.after, wide: true, value: other(after) },
            ]}
          />
        }
        aside={<PenaltySteps found={found} actor={actor} now={now} book={book} />}
      >
        {reasons.reason && (
          <Section id="reason" title={w.page.reason} actions={<Sealed plain>{w.page.reasonAside}</Sealed>}>
            <blockquote className="max-w-[46em] border-l-2 border-line px-3 py-1 whitespace-pre-line">{reasons.reason}</blockquote>
          </Section>
        )}
        <Section id="history" title={w.page.history} aside={shell.list.newestFirst}>
          <Timeline
            items={found.history.map(({ id, name, at, hand, words: said }) => ({
              key: id,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[name as keyof Words['penalty']['event']],
              who: [hand?.organizationName, hand?.memberName].filter(Boolean).join(' '),
              quote: said.reason ?? said.note,
            }))}
          />
        </Section>
      </CaseLayout>
    </>
  )
}
