import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HappenedSections } from '@/app/_components/dossier/happened'
import { WorkFacts } from '@/app/_components/dossier/work-facts'
import { WorkPlaces } from '@/app/_components/dossier/work-places'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { type Happened, happenedTo } from '@/lib/dossier/queries/happened'
import { placesOfWork, workRecord } from '@/lib/dossier/queries/work'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).dossier.work.title })

type Asked = Partial<Record<keyof Happened, string>>

export default async function Page({ params, searchParams }: { params: Promise<{ code: string }>; searchParams: Promise<Asked> }) {
  const [actor, { code }, query] = [await currentActor(), await params, await searchParams]
  if (!/^ZP-\d{4}-\d+$/.test(code)) notFound()
  const found = await look(actor, async (tx, now) => {
    const work = await workRecord(tx, actor, code)
    return (
      work && {
        now,
        work,
        happened: await happenedTo(tx, actor, [{ id: work.id, kind: 'drama', name: work.title }], query),
        places: await placesOfWork(tx, work.id),
        nameOf: await clauseName(tx),
      }
    )
  })
  if (!found) notFound()
  const { work, happened, places, nameOf, now } = found
  const [{ dossier: w, shell }, f] = [await words(), await format()]
  return (
    <>
      <PageHead title={<WorkTitle title={work.title} />} line={w.work.line} time={shell.beijing(f.instant(now))} />
      <div className="mb-8">
        <WorkFacts work={work} />
      </div>
      <HappenedSections happened={happened} now={now} nameOf={nameOf} path={`/subject/work/${code}`} query={query} />
      <WorkPlaces places={places} />
    </>
  )
}
