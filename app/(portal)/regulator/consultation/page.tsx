import { type Asked, QuestionList } from '@/app/_components/consultation/question-list'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'

export async function generateMetadata() {
  return { title: (await words()).consultation.office.title }
}

/** Questions of creators before a bureau; 总局 reads those before all. */
export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver')
  const [w, f, at, asked] = await Promise.all([words(), format(), now(), searchParams])
  const c = w.consultation.office
  const isNational = actor.kind === 'national'
  return (
    <>
      <PageHead title={c.title} line={isNational ? c.lineNational : c.line} time={w.shell.beijing(f.instant(at))} />
      <QuestionList
        actor={actor}
        path="/regulator/consultation"
        asked={asked}
        shows={isNational ? ['asker', 'bureau'] : ['asker']}
        caption={c.caption}
        now={at}
        empty={<EmptyState title={c.empty}>{c.emptyNext}</EmptyState>}
      />
    </>
  )
}
