import { ActionForm } from '@/app/_components/form/action-form'
import { clauseName } from '@/app/_components/register/clause-name'
import { openReport } from '@/app/_components/violation/actions'
import { ReportTable } from '@/app/_components/violation/report-table'
import { words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { followedFrom } from '@/lib/dossier/queries/followed'
import { type Actor, holds } from '@/lib/kernel/actor'
import { addDays, dayOf, startOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { reportsOf } from '@/lib/violation/queries/reports'

const SHOWN = 6
const DAYS = 30

/** What became of one's own latest reports, and what can follow from them. */
export async function OwnReports({ workplace, actor }: { workplace: 'platform' | 'association'; actor: Actor }) {
  const { rows, followed, nameOf, now } = await look(actor, async (tx, at) => {
    const since = startOf(addDays(dayOf(at), -DAYS))
    const found = (await reportsOf(tx, actor, { view: 'own' }, SHOWN)).rows.filter(({ filedAt }) => filedAt && filedAt >= since)
    const upheld = found.filter(({ outcome }) => outcome === 'upheld')
    return {
      now: at,
      rows: found,
      followed: await followedFrom(
        tx,
        upheld.map(({ id, rootId, subjects }) => ({
          id,
          rootId,
          subjectIds: subjects.flatMap(({ dramaId, miniProgramId }) => dramaId ?? miniProgramId ?? []),
        })),
      ),
      nameOf: await clauseName(tx),
    }
  })
  const { desk, form } = await words()
  const w = desk.filings
  const acts = (
    <>
      <Link href={`/${workplace}/violation`}>{w.all}</Link>
      {holds(actor, 'platform.moderator', 'association.monitor') && (
        <ActionForm action={openReport} formKey={crypto.randomUUID()} prefix="open-">
          <SubmitButton look="outline" size="normal" busyLabel={form.busy}>
            {w.file}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  )
  return (
    <Section id="own-reports" title={workplace === 'platform' ? w.title : w.associationTitle} aside={w.aside} actions={acts}>
      {rows.length > 0 ? (
        <ReportTable {...{ rows, followed, workplace, actor, nameOf, now }} view="own" />
      ) : (
        <p className="text-ink-2">{w.none}</p>
      )}
    </Section>
  )
}
