import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { FoundSubject } from '@/lib/dossier/queries/subject'

/** Whose it is and who is behind it, as far as the reader reads what its platform stated. */
export async function SubjectFacts({ subject, readsStatements }: { subject: FoundSubject; readsStatements: boolean }) {
  const [{ dossier: w }, f, name] = [await words(), await format(), await called()]
  const { facts } = w.subject
  const standing = subject.statements.find(({ state }) => state === 'standing')
  const stated = (is: boolean | undefined) => (is ? w.subject.hashed : <Nothing>{w.subject.unknown}</Nothing>)
  return (
    <Facts
      items={[
        { label: facts.platform, value: <Name>{name(subject.platform)}</Name> },
        { label: w.codeOf[subject.kind], value: <Official>{subject.code}</Official> },
        {
          label: facts.operator,
          wide: true,
          value: subject.operator ? (
            <Link href={`/operator/${subject.operator.creditCode}`}>
              <Name>{subject.operator.name}</Name>
            </Link>
          ) : (
            <Nothing>{w.subject.none}</Nothing>
          ),
        },
        subject.operator && { label: facts.creditCode, wide: true, value: <Official>{subject.operator.creditCode}</Official> },
        subject.earlierNames.length > 0 && {
          label: facts.earlier,
          wide: true,
          value: subject.earlierNames.map(({ name: earlier, untilAt }) => (
            <span key={untilAt.toISOString()} className="block">
              <Name>{w.subject.earlier(earlier, f.dayOfInstant(untilAt))}</Name>
            </span>
          )),
        },
        readsStatements &&
          subject.kind === 'mini_program' && {
            label: facts.promoters,
            wide: true,
            value: standing?.promoters.length ? <Name>{f.list(standing.promoters)}</Name> : <Nothing>{w.subject.unknown}</Nothing>,
          },
        readsStatements && { label: facts.payee, value: stated(standing?.payeeStated) },
        readsStatements && { label: facts.phone, value: stated(standing?.phoneStated) },
        { label: facts.noted, value: f.dayOfInstant(subject.createdAt) },
      ]}
    />
  )
}
