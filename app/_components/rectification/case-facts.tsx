import { SubjectLink } from '@/app/_components/dossier/subject-link'
import { called } from '@/app/_components/organization/called'
import { SubjectName } from '@/app/_components/violation/subject-name'
import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Name } from '@/app/_ui/words'
import type { FoundRectification } from './find-rectification'

type Level = 1 | 2 | 3 | 4

/** On what it rests, whose it is, and by when; nothing of who reported it. */
export async function CaseFacts({ found }: { found: FoundRectification }) {
  const [{ rectification: w, shell }, f, name] = [await words(), await format(), await called()]
  const { facts } = w.page
  const { severity, opener, platform, producer, bureau, byPlatform, orderedDueAt, dueAt, joiners, after, state, now } = found
  const handler = byPlatform ? platform : producer
  const moved = dueAt && (state === 'ordered' || state === 'returned') && dueAt.getTime() !== orderedDueAt.getTime()
  return (
    <Facts
      items={[
        {
          label: facts.subject,
          value: (
            <SubjectLink kind={found.targetKind} id={found.targetId}>
              <SubjectName kind={found.targetKind} name={found.title} />
            </SubjectLink>
          ),
        },
        found.violationNumber !== null && {
          label: facts.basis,
          value: <Link href={`/c/${found.violationNumber}`}>{found.violationNumber}</Link>,
        },
        severity !== null && { label: facts.severity, value: <Severity level={severity as Level} label={shell.severity(severity)} /> },
        { label: facts.opener, value: opener ? <Name>{name(opener)}</Name> : w.page.somebody },
        { label: facts.handler, value: handler ? <Name>{name(handler)}</Name> : w.page.somebody },
        { label: facts.bureau, value: <Name>{name(bureau)}</Name> },
        { label: facts.ordered, value: f.inList(orderedDueAt, now) },
        moved && { label: facts.due, value: f.inList(dueAt, now) },
        joiners.length > 0 && {
          label: facts.joined,
          value: f.list(joiners.map(({ name: one }) => name(one))),
        },
        after.length > 0 && {
          label: facts.follow,
          wide: true,
          value: after.map(({ platformId, platform: who, by, due, report: filed }) => (
            <span key={platformId} className="block">
              {w.page.followed(name(who), w.page.follow[by ?? (due ? 'due' : 'none')])}{' '}
              {(due ?? filed)?.number && (
                <Link href={`/c/${(due ?? filed)!.number}`} className="whitespace-nowrap">
                  {(due ?? filed)!.number}
                </Link>
              )}
            </span>
          )),
        },
      ]}
    />
  )
}
