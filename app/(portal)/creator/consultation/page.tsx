import { notFound } from 'next/navigation'
import { type Asked, QuestionList } from '@/app/_components/consultation/question-list'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { bureauOf } from '@/lib/consultation/queries'
import { holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'

export async function generateMetadata() {
  return { title: (await words()).consultation.own.title }
}

/** What a creator has asked its bureau before filming. */
export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('creator.editor', 'creator.signatory', 'admin')
  if (actor.kind !== 'creator') notFound()
  const [w, f, at, asked, name] = await Promise.all([words(), format(), now(), searchParams, called()])
  const c = w.consultation.own
  const bureau = await look(actor, (tx) => bureauOf(tx, actor))
  const mayAsk = holds(actor, 'creator.editor')
  return (
    <>
      <PageHead
        title={c.title}
        line={c.line(name(bureau))}
        time={w.shell.beijing(f.instant(at))}
        actions={
          mayAsk && (
            <ButtonLink href="/creator/consultation/new" look="filled">
              {c.ask}
            </ButtonLink>
          )
        }
      />
      <QuestionList
        actor={actor}
        path="/creator/consultation"
        asked={asked}
        shows={[]}
        caption={c.caption}
        now={at}
        empty={
          <EmptyState title={c.empty} link={<Link href="/guidance/question">{w.guidance.nav.question}</Link>}>
            {c.emptyNext}
          </EmptyState>
        }
      />
    </>
  )
}
