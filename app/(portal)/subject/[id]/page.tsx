import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListedBesideNote } from '@/app/_components/blacklist/listed-beside-note'
import { HappenedSections } from '@/app/_components/dossier/happened'
import { Namesakes } from '@/app/_components/dossier/namesakes'
import { ShownWorks } from '@/app/_components/dossier/shown-works'
import { StatePanel } from '@/app/_components/dossier/state-panel'
import { Statements } from '@/app/_components/dossier/statements'
import { SubjectFacts } from '@/app/_components/dossier/subject-facts'
import { TiedSubjects } from '@/app/_components/dossier/tied'
import { called } from '@/app/_components/organization/called'
import { BlockedNote } from '@/app/_components/penalty/blocked-note'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { CaseLayout } from '@/app/_ui/step-panel'
import { Name } from '@/app/_ui/words'
import { listedBeside } from '@/lib/blacklist/queries/programs'
import { type Happened, happenedTo } from '@/lib/dossier/queries/happened'
import { shownAt, subjectById } from '@/lib/dossier/queries/subject'
import { namesakesOf } from '@/lib/dossier/queries/subjects'
import { tiedTo } from '@/lib/dossier/queries/tied'
import { holds } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/id'
import { blockedOperators } from '@/lib/penalty/queries/blocked'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).dossier.title })

const LISTS: Partial<Record<string, string>> = { platform: '/platform/subject', association: '/association/subject' }

type Asked = Partial<Record<keyof Happened, string>>

export default async function Page({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Asked> }) {
  const [actor, { id }, query] = [await currentActor(), await params, await searchParams]
  if (!isId(id)) notFound()
  const found = await look(actor, async (tx, now) => {
    const subject = await subjectById(tx, actor, id)
    if (!subject) return null
    return {
      now,
      subject,
      happened: await happenedTo(tx, actor, [subject], query),
      shown: await shownAt(tx, subject),
      tied: await tiedTo(tx, actor, id),
      namesakes: await namesakesOf(tx, actor, subject),
      blocked: await blockedOperators(tx, [subject]),
      listed: await listedBeside(tx, [subject]),
      nameOf: await clauseName(tx),
    }
  })
  if (!found) notFound()
  const { subject, happened, shown, tied, namesakes, blocked, listed, nameOf, now } = found
  const [{ dossier: w, shell }, f, name] = [await words(), await format(), await called()]
  const readsStatements = subject.isOwn || actor.kind === 'national' || actor.kind === 'province'
  const facts = <SubjectFacts subject={subject} readsStatements={readsStatements} />
  const sections = (
    <>
      <TiedSubjects tied={tied} selfId={id} actor={actor} />
      {namesakes.length > 0 && <Namesakes rows={namesakes} />}
      <HappenedSections happened={happened} now={now} nameOf={nameOf} path={`/subject/${id}`} query={query} />
      <ShownWorks shown={shown} />
      {readsStatements && subject.statements.length > 0 && <Statements statements={subject.statements} />}
    </>
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: LISTS[actor.kind] ?? '/regulator/subject' }, { label: subject.name }]}
        crumbsLabel={shell.location}
        title={<Name>{subject.name}</Name>}
        line={w.line(subject.kind, name(subject.platform))}
        time={shell.beijing(f.instant(now))}
      />
      <BlockedNote blocked={blocked} />
      <ListedBesideNote listed={listed} />
      {subject.isOwn && holds(actor, 'platform.moderator', 'platform.compliance') ? (
        <CaseLayout lead={facts} aside={<StatePanel subject={subject} />}>
          {sections}
        </CaseLayout>
      ) : (
        <>
          <div className="mb-8">{facts}</div>
          {sections}
        </>
      )}
    </>
  )
}
