import { NoticesOn } from '@/app/_components/guidance/notices-on'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Sealed } from '@/app/_ui/sealed'
import { Severity } from '@/app/_ui/severity'
import { Official, Zh } from '@/app/_ui/words'
import type { DecisionCase } from '@/lib/penalty/queries/decision'
import type { Earlier, Imposed } from '@/lib/penalty/queries/occasion'
import { PenaltyStanding } from './standing'

/** What makes it a repetition: when it was upheld, and which report it was where the reader may know. */
export async function EarlierReports({ earlier }: { earlier: Earlier[] }) {
  const [{ penalty: w }, f] = [await words(), await format()]
  return (
    <>
      {earlier.map(({ decidedAt, number, recorded }) => (
        <span key={`${decidedAt.getTime()} ${number}`} className="block">
          {w.new.earlier(f.dayOfInstant(decidedAt), recorded)}{' '}
          {number ? (
            <Link href={`/c/${number}`}>
              <Official>{number}</Official>
            </Link>
          ) : (
            <Sealed plain>{w.new.sealed}</Sealed>
          )}
        </span>
      ))}
      <Aside>{w.new.more(earlier.length)}</Aside>
    </>
  )
}

/** What a decision rests on: the target, its last 90 days, the items and how they were upheld. */
export async function DecisionFacts({ decision, nameOf, now }: { decision: DecisionCase; nameOf: (code: string) => string; now: Date }) {
  const [{ penalty: w, shell }, f, organization] = [await words(), await format(), await called()]
  const { found, past, bureau, platform } = decision
  const { target, violation, clauses, occasion, earlier } = found
  const measure = ({ id, number, rung, parameter, episode, ...row }: Imposed) => (
    <span key={id} className="flex flex-wrap gap-x-3">
      <Link href={`/c/${number}`}>
        <Official>{number}</Official>
      </Link>
      {w.measure(rung, parameter)} {w.episode(episode)} <PenaltyStanding row={{ rung, parameter, ...row }} now={now} />
    </span>
  )
  const facts = w.new.facts
  const isRepeated = earlier.length > 0
  const severity = { label: facts.severity, value: <Severity level={occasion.severity} label={shell.severity(occasion.severity)} /> }
  return (
    <Facts
      items={[
        {
          label: w.target[target.kind],
          value: (
            <>
              <Zh>{w.named(target.kind, target.name, null)}</Zh>
              <Aside>{facts.accountId(organization(platform), target.code)}</Aside>
            </>
          ),
        },
        isRepeated ? severity : { label: facts.earlier, value: w.new.none },
        {
          label: facts.items,
          wide: isRepeated,
          value: (
            <>
              {clauses.map((code) => (
                <span key={code} className="block">
                  {code} {nameOf(code)}
                </span>
              ))}
              <NoticesOn codes={clauses} />
            </>
          ),
        },
        isRepeated ? { label: facts.earlier, wide: true, value: <EarlierReports earlier={earlier} /> } : severity,
        {
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
        decision.refused !== null && {
          label: facts.refused,
          wide: true,
          value: (
            <Link href={`/c/${decision.refused}`}>
              <Official>{decision.refused}</Official>
            </Link>
          ),
        },
        decision.after && { label: facts.guidance, wide: true, value: measure(decision.after) },
        past.length > 0 && { label: facts.measures, wide: true, value: past.map(measure) },
      ]}
    />
  )
}
