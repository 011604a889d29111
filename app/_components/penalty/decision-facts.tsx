import { format, locale, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Official, Zh } from '@/app/_ui/words'
import type { DecisionCase } from '@/lib/penalty/queries/decision'
import type { Imposed } from '@/lib/penalty/queries/occasion'
import { PenaltyStanding } from './standing'

type Names = { shortName: string; nameEn: string | null } | undefined
export const nameIn = (name: Names, english: boolean) => (english && name?.nameEn) || name?.shortName || ''

/** What a decision rests on: the account, its last 90 days, the items and how they were upheld. */
export async function DecisionFacts({ decision, nameOf, now }: { decision: DecisionCase; nameOf: (code: string) => string; now: Date }) {
  const [{ penalty: w, shell }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const { found, failing, past, bureau, platform } = decision
  const { account, violation, clauses, occasion, earlier } = found
  const measure = ({ id, number, rung, parameter, ...row }: Imposed) => (
    <span key={id} className="flex flex-wrap gap-x-3">
      <Link href={`/c/${number}`}>
        <Official>{number}</Official>
      </Link>
      {w.measure(rung, parameter)} <PenaltyStanding row={{ rung, ...row }} now={now} />
    </span>
  )
  const facts = w.new.facts
  return (
    <Facts
      items={[
        {
          label: facts.account,
          value: (
            <>
              <Zh>{account.handle}</Zh>
              <Aside>{facts.accountId(nameIn(platform, english), account.accountId)}</Aside>
            </>
          ),
        },
        {
          label: facts.earlier,
          value:
            earlier.length === 0 ? (
              w.new.none
            ) : (
              <>
                {earlier.map(({ decidedAt, number }) => (
                  <span key={decidedAt.getTime()} className="block">
                    {w.new.earlier(f.dayOfInstant(decidedAt))}{' '}
                    {number ? <Link href={`/c/${number}`}>{number}</Link> : <span className="text-ink-2">{w.new.sealed}</span>}
                  </span>
                ))}
                <Aside>{w.new.more(earlier.length)}</Aside>
              </>
            ),
        },
        {
          label: facts.items,
          value: clauses.map((code) => (
            <span key={code} className="block">
              {code} {nameOf(code)}
            </span>
          )),
        },
        { label: facts.severity, value: <Severity level={occasion.severity} label={shell.severity(occasion.severity)} /> },
        {
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
        failing && { label: facts.guidance, wide: true, value: measure(failing) },
        past.length > 0 && { label: facts.measures, wide: true, value: past.map(measure) },
      ]}
    />
  )
}
