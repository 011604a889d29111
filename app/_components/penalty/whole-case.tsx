import { SubjectLink } from '@/app/_components/dossier/subject-link'
import { NoticesOn } from '@/app/_components/guidance/notices-on'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { format, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Sealed } from '@/app/_ui/sealed'
import { Severity } from '@/app/_ui/severity'
import { CaseLayout } from '@/app/_ui/step-panel'
import { Timeline } from '@/app/_ui/timeline'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { BlacklistState } from '@/lib/blacklist/workflow'
import type { Words } from '@/lib/i18n/catalogue'
import { refusalOf } from '@/lib/i18n/refusal'
import type { Actor } from '@/lib/kernel/actor'
import type { Params } from '@/lib/kernel/outcome'
import type { WholePenalty } from '@/lib/penalty/queries/case'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import { BlockedNote } from './blocked-note'
import { cellWords } from './cell-words'
import { EarlierReports } from './decision-facts'
import { PenaltySteps } from './penalty-steps'
import { openEnded, PenaltyStanding } from './standing'

type Entry = { number: string; state: BlacklistState }
type Props = { found: WholePenalty; entry: Entry | null; actor: Actor; now: Date; nameOf: (code: string) => string; book: Rulebook }
type Level = 1 | 2 | 3 | 4

/** What the platform itself and the regulators read: why, how far from the guide, and what happened since. */
export async function WholeCase({ found, entry, actor, now, nameOf, book }: Props) {
  const [catalogue, f, organization] = [await words(), await format(), await called()]
  const { penalty: w, blacklist, shell } = catalogue
  const { penalty, reasons, guided, platform, bureau, violation, earlier, siblings, after, followed, waitsFor } = found
  const { rung, parameter, targetKind, targetName, episode, state } = penalty
  const platformName = organization(platform)
  const facts = w.page.facts
  const said = rung ? w.measure(rung, parameter) : state === 'due' ? w.page.headingDue : w.page.headingSpared
  const line =
    state === 'due'
      ? w.page.lineDue(platformName, f.instant(penalty.dueAt!))
      : (state === 'spared'
          ? w.page.lineSpared
          : state === 'recorded' || (state === 'withdrawn' && !reasons.decision)
            ? w.page.lineRecorded
            : w.page.line)(platformName, f.instant(found.decidedAt))
  const other = ({ number, rung: code, parameter: amount, state: at, episode: part }: WholePenalty['siblings'][number]) => (
    <span key={number} className="flex flex-wrap gap-x-3">
      <Link href={`/c/${number}`}>
        <Official>{number}</Official>
      </Link>
      {code && w.measure(code, amount)} {w.episode(part)} <span className="text-ink-2">{w.state[at]}</span>
    </span>
  )
  const unproposed = ({ because, ...params }: Record<string, unknown>) =>
    typeof because === 'string'
      ? w.page.notProposed(refusalOf(catalogue, 'blacklist', { code: because, params: params as Params }))
      : undefined
  const cell = cellWords(w, { now: guided.map((row) => ({ ...row, deadlineHours: 0 })), waiting: [] }) || w.new.guidedNothing
  const list = actor.kind === 'platform' ? '/platform/penalty?view=active' : '/regulator/penalty'
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: penalty.number ?? '' }]}
        crumbsLabel={shell.location}
        title={<Zh>{w.page.heading(w.named(targetKind, targetName, episode), said)}</Zh>}
        state={<PenaltyStanding row={penalty} now={now} pill />}
        line={line}
        time={shell.beijing(f.instant(now))}
      />
      <BlockedNote blocked={found.blocked} />
      {waitsFor.length > 0 && (
        <div className="mb-4">
          <Note tone="info" title={w.page.waitsFor}>
            {w.page.waitsForText(waitsFor.some(({ state, endsAt }) => state === 'recorded' && !endsAt))}
            <ul className="mt-1 grid gap-0.5">
              {waitsFor.map(({ number, state, endsAt }) => (
                <li key={number}>
                  <Link href={`/c/${number}`} className="mr-2 inline-flex min-h-6 items-center">
                    <Official>{number}</Official>
                  </Link>
                  {w.page.waitsForOne(state, endsAt && f.instant(endsAt))}
                </li>
              ))}
            </ul>
          </Note>
        </div>
      )}
      <CaseLayout
        lead={
          <Facts
            items={[
              {
                label: w.target[targetKind],
                value: (
                  <>
                    <SubjectLink kind={targetKind} id={penalty.targetId}>
                      <Zh>{w.named(targetKind, targetName, episode)}</Zh>
                    </SubjectLink>
                    <Aside>{w.new.facts.accountId(platformName, found.targetCode)}</Aside>
                  </>
                ),
              },
              { label: facts.severity, value: <Severity level={found.severity as Level} label={shell.severity(found.severity)} /> },
              {
                label: facts.items,
                wide: true,
                value: (
                  <>
                    {penalty.clauses.map((code) => (
                      <span key={code} className="block">
                        {code} {nameOf(code)}
                      </span>
                    ))}
                    <NoticesOn codes={penalty.clauses} />
                  </>
                ),
              },
              state === 'due' && { label: facts.due, wide: true, value: f.instant(penalty.dueAt!) },
              rung !== null && { label: facts.starts, value: penalty.startsAt ? f.instant(penalty.startsAt) : <Nothing /> },
              rung !== null && {
                label: facts.ends,
                value: (
                  <>
                    {penalty.endsAt ? f.instant(penalty.endsAt) : w.list.open[openEnded(penalty)] || <Nothing />}
                    {penalty.endedAt && <Aside>{w.page.endedAt(f.instant(penalty.endedAt))}</Aside>}
                  </>
                ),
              },
              violation?.decidedAt && {
                label: facts.ruling,
                wide: true,
                value: (
                  <>
                    {w.page.ruling(organization(bureau), f.instant(violation.decidedAt))}{' '}
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
              found.rectification !== null && {
                label: facts.rectification,
                wide: true,
                value: (
                  <Link href={`/c/${found.rectification}`}>
                    <Official>{found.rectification}</Official>
                  </Link>
                ),
              },
              entry && {
                label: facts.proposal,
                wide: true,
                value: (
                  <>
                    <Link href={`/c/${entry.number}`}>
                      <Official>{entry.number}</Official>
                    </Link>{' '}
                    {blacklist.state[entry.state]}
                  </>
                ),
              },
              reasons.against && {
                label: facts.against,
                wide: true,
                value: (
                  <>
                    {reasons.against === 'as_guided' ? w.against.as_guided : <b>{w.against[reasons.against]}</b>}
                    {reasons.decision && reasons.decision !== reasons.against && (
                      <Aside>{w.page.decisionAgainst(w.against[reasons.decision])}</Aside>
                    )}
                  </>
                ),
              },
              siblings.length > 0 && { label: facts.siblings, wide: true, value: siblings.map(other) },
              after && { label: facts.after, wide: true, value: other(after) },
              followed.length > 0 && { label: facts.followed, wide: true, value: followed.map(other) },
            ]}
          />
        }
        aside={<PenaltySteps found={found} actor={actor} now={now} book={book} />}
      >
        {reasons.reason && (
          <Section
            id="reason"
            title={state === 'spared' ? w.page.sparedReason : w.page.reason}
            actions={<Sealed plain>{w.page.reasonAside}</Sealed>}
          >
            <blockquote className="max-w-[46em] border-l-2 border-line px-3 py-1 whitespace-pre-line">{reasons.reason}</blockquote>
          </Section>
        )}
        <Section id="history" title={w.page.history} aside={shell.list.newestFirst}>
          <Timeline
            items={found.history.map(({ id, name, at, hand, detail, words: said }) => ({
              key: id,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[name as keyof Words['penalty']['event']],
              who: hand && <Hand of={hand} />,
              quote: said.reason ?? said.shown ?? said.result ?? said.note ?? unproposed(detail),
            }))}
          />
        </Section>
      </CaseLayout>
    </>
  )
}
