import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { subjectColumns } from '@/app/_components/dossier/columns'
import { HappenedSections } from '@/app/_components/dossier/happened'
import { readsRunning } from '@/app/_components/dossier/list-filter'
import { OperatorFacts } from '@/app/_components/dossier/operator-facts'
import { OperatorWorks } from '@/app/_components/dossier/operator-works'
import { TiedSubjects } from '@/app/_components/dossier/tied'
import { BlockedNote } from '@/app/_components/penalty/blocked-note'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { Name, Official } from '@/app/_ui/words'
import { type Happened, happenedTo } from '@/lib/dossier/queries/happened'
import { operatorByCode, worksOf } from '@/lib/dossier/queries/operator'
import { type SubjectRow, subjectsFor } from '@/lib/dossier/queries/subjects'
import { tiedTo } from '@/lib/dossier/queries/tied'
import { blockedOperator } from '@/lib/penalty/queries/blocked'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).dossier.operator.title })

const WORKPLACES: Partial<Record<string, string>> = { platform: '/platform', association: '/association' }

type Asked = Partial<Record<keyof Happened | 'works', string>>

export default async function Page({ params, searchParams }: { params: Promise<{ code: string }>; searchParams: Promise<Asked> }) {
  const [actor, { code }, query] = [await currentActor(), await params, await searchParams]
  if (!/^[0-9A-Z]{18}$/.test(code)) notFound()
  const found = await look(actor, async (tx, now) => {
    const operator = await operatorByCode(tx, actor, code)
    if (!operator) return null
    const page = await subjectsFor(tx, actor, { creditCode: code })
    const first = page.rows[0]
    return {
      now,
      operator,
      page,
      works: await worksOf(tx, operator, query.works),
      happened: await happenedTo(tx, actor, operator.targets, query),
      tied: first ? await tiedTo(tx, actor, first.id) : null,
      blocked: await blockedOperator(tx, operator.id),
      nameOf: await clauseName(tx),
    }
  })
  if (!found) notFound()
  const { operator, page, works, happened, tied, blocked, nameOf, now } = found
  const [{ dossier: w, shell }, f] = [await words(), await format()]
  const list = `${WORKPLACES[actor.kind] ?? '/regulator'}/subject`
  const path = `/operator/${code}`
  const names = new Map(operator.targets.map(({ id, name }) => [id, name]))
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: operator.creditCode }]}
        crumbsLabel={shell.location}
        title={<Name>{operator.name}</Name>}
        line={<Official>{operator.creditCode}</Official>}
        time={shell.beijing(f.instant(now))}
      />
      <BlockedNote blocked={blocked} />
      <div className="mb-8">
        <OperatorFacts operator={operator} />
      </div>
      <Section
        id="subjects"
        title={w.operator.subjects}
        aside={w.operator.subjectsAside}
        actions={page.next && <Link href={withQuery(list, { operator: code })}>{w.operator.more}</Link>}
      >
        <DataTable<SubjectRow>
          caption={w.operator.subjects}
          columns={shown(
            (await subjectColumns({ running: readsRunning(actor) })).filter(({ key }) => key !== 'operator' && key !== 'creditCode'),
          )}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      </Section>
      {tied && tied.knots.length > 0 && <TiedSubjects tied={tied} selfId="" actor={actor} />}
      <OperatorWorks works={works} mayMake={operator.mayMake} path={path} query={query} />
      <HappenedSections
        happened={happened}
        now={now}
        nameOf={nameOf}
        targetName={(id) => names.get(id) ?? ''}
        isPart={operator.mayMake}
        path={path}
        query={query}
      />
    </>
  )
}
