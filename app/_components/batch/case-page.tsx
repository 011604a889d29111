import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { format, words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { Facts } from '@/app/_ui/facts'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Pager } from '@/app/_ui/pager'
import { CaseLayout, QuietPanel } from '@/app/_ui/step-panel'
import { Tabs } from '@/app/_ui/tabs'
import { Timeline } from '@/app/_ui/timeline'
import { Name } from '@/app/_ui/words'
import { announcementWorkflow } from '@/lib/announcement/workflow'
import { type Counts, ROW_VIEWS, type RowView } from '@/lib/batch/queries/cases'
import type { batchWorkflow } from '@/lib/batch/workflow'
import { catalogues } from '@/lib/i18n/catalogue'
import { holds } from '@/lib/kernel/actor'
import type { EventOf } from '@/lib/kernel/workflow'
import { BatchSteps } from './batch-steps'
import { type FoundBatch, findBatch } from './find-batch'
import { KeepLooking } from './keep-looking'
import { RecordedFigures } from './recorded-figures'
import { RowTable } from './row-table'
import { BatchStateMark } from './state'
import { TallyTable } from './tally-table'

const HIDDEN_SHOWN = 20
const KB = 1024
const sizeOf = (bytes: number) => (bytes >= KB * KB ? `${(bytes / KB / KB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KB))} KB`)
const through = ({ filed, on_file, failed, withdrawn, kept }: Counts) => filed + on_file + failed + withdrawn + kept

/** The template's own sheets beside the one to fill in hold instructions and lists. */
const OF_TEMPLATE = new Set(
  Object.values(catalogues).flatMap(({ batch: { template } }) => [template.notes, template.items, template.rungs]),
)

/** What the page says above everything else: where recording stands, or what was left out. */
async function Standing({ found: { batch, counts, differing } }: { found: FoundBatch }) {
  const [{ batch: w }, f] = [await words(), await format()]
  const done = through(counts)
  const others = batch.otherSheets.filter(({ name, rows }) => rows > 0 && !OF_TEMPLATE.has(name))
  return (
    <>
      {batch.state === 'running' && (
        <div className="mb-4 grid gap-2">
          <Note
            tone="info"
            title={w.progress.title(f.count(done), f.count(done + counts.good))}
            action={<Link href={`/c/${batch.number}`}>{w.progress.refresh}</Link>}
          >
            {w.progress.text}
          </Note>
          <progress className="h-2 w-full accent-accent" max={done + counts.good} value={done} aria-label={w.state.running} />
          <KeepLooking />
        </div>
      )}
      {batch.state === 'stopped' && batch.stopReason && (
        <div className="mb-4">
          <Note tone="overdue" title={w.progress.stopped(w.stopReason[batch.stopReason])}>
            {w.progress.stoppedText(f.count(done), f.count(counts.good))}
          </Note>
        </div>
      )}
      {batch.state === 'done' && (
        <div className="mb-4">
          <Note tone="done" title={w.act.filed(f.count(counts.filed), f.count(counts.wrong + counts.on_file + counts.failed))} />
        </div>
      )}
      {batch.state === 'withdrawn' && (
        <div className="mb-4">
          <Note tone="info" title={w.act.done(f.count(counts.kept))} />
        </div>
      )}
      {others.length > 0 && (
        <div className="mb-4">
          <Note tone="waiting" title={w.page.others(batch.sheet ?? '', f.list(others.map(({ name, rows }) => w.page.other(name, rows))))}>
            {w.page.othersText}
          </Note>
        </div>
      )}
      {differing > 0 && (
        <div className="mb-4">
          <Note tone="waiting" title={w.page.differing(differing)}>
            {w.page.differingText}
          </Note>
        </div>
      )}
      {batch.hiddenLines.length > 0 && (
        <div className="mb-4">
          <Note
            tone="waiting"
            title={w.page.hidden(
              batch.hiddenLines.length,
              `${f.list(batch.hiddenLines.slice(0, HIDDEN_SHOWN).map(String))}${batch.hiddenLines.length > HIDDEN_SHOWN ? '…' : ''}`,
            )}
          />
        </div>
      )}
    </>
  )
}

/** A batch's one address: the preview until it is confirmed, then how far it has come, then what became of each row. */
export async function BatchCase({ number, query }: { number: string; query: Record<string, string | undefined> }) {
  const { actor } = await signedIn()
  const found = await findBatch(actor, number, query)
  if (!found) notFound()
  const { batch, counts, view, after, page, now, tally, counted, history, clause, steps } = found
  const [{ batch: w, shell }, f, name] = [await words(), await format(), await called()]
  const path = `/c/${number}`
  const isMine = actor.organizationId === batch.filerId
  const mayAnnounce = holds(actor, ...announcementWorkflow.openings.open.by)
  const list = isMine ? '/platform/batch' : '/regulator/batch'
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const countIn = (one: RowView) => (one === 'all' ? all : counts[one])
  const views = ROW_VIEWS.filter((one) => one === 'all' || one === view || countIn(one) > 0)
  const who = history.find((event) => event.name === 'batch.read')?.hand
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: number }]}
        crumbsLabel={shell.location}
        title={<Name>{batch.title}</Name>}
        state={<BatchStateMark state={batch.state} pill />}
        line={w.page.line(who?.memberName ?? name(batch.filer), f.inList(batch.openedAt, now), sizeOf(batch.byteCount))}
        time={shell.beijing(f.instant(now))}
      />
      <Standing found={found} />
      <CaseLayout
        aside={
          <>
            {isMine && <BatchSteps batch={batch} counts={counts} steps={steps} mayAnnounce={mayAnnounce} />}
            {isMine && steps.length === 0 && batch.state !== 'withdrawn' && batch.state !== 'running' && (
              <QuietPanel title={w.title}>{w.act.notYours}</QuietPanel>
            )}
            <QuietPanel title={w.page.facts}>
              <Facts
                items={[
                  { label: w.list.column.filer, value: <Name>{name(batch.filer)}</Name>, wide: true },
                  { label: w.page.rows, value: w.page.rowsOf(f.count(batch.rowCount)), wide: true },
                  batch.sheet !== null && {
                    label: batch.format.toUpperCase(),
                    value: <Name>{w.page.sheet(batch.sheet)}</Name>,
                    wide: true,
                  },
                  { label: w.page.sha, value: <span className="official wrap-anywhere">{batch.sha256}</span>, wide: true },
                ]}
              />
            </QuietPanel>
          </>
        }
        lead={
          <Section id="summary" title={counted.length > 0 ? w.page.summaryDone : w.page.summary}>
            {counted.length > 0 && <RecordedFigures counted={counted} />}
            <TallyTable tally={tally} confirmed={counted.length > 0} />
          </Section>
        }
      >
        <Section id="rows" title={w.page.detail} actions={<CsvFile href={`/api/batch/${number}`} label={w.page.csv} />}>
          <Tabs
            label={w.page.views}
            items={views.map((one) => ({
              href: withQuery(path, {}, { view: one }),
              label: w.page.view[one],
              count: countIn(one),
              current: one === view,
            }))}
          />
          {page.rows.length > 0 ? (
            <RowTable rows={page.rows} clause={clause} warned={found.warned} />
          ) : (
            <EmptyState title={w.page.emptyView} />
          )}
          <Pager
            summary={shell.list.shown(page.rows.length)}
            label={shell.list.pages}
            prev={after > 0 ? { href: withQuery(path, {}, { view }), label: shell.list.first } : undefined}
            next={
              page.next !== null ? { href: withQuery(path, { view }, { after: String(page.next) }), label: shell.list.next } : undefined
            }
          />
        </Section>
        <Section id="history" title={w.page.history} aside={w.page.newestFirst}>
          <Timeline
            items={history.map(({ id, name: event, at, hand, detail }) => ({
              key: id,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[event as EventOf<typeof batchWorkflow>] ?? event,
              detail: event === 'batch.stopped' ? ` ${w.stopReason[detail.reason as keyof typeof w.stopReason] ?? ''}` : undefined,
              who: hand?.memberName ? <Hand of={hand} /> : undefined,
            }))}
          />
        </Section>
      </CaseLayout>
    </>
  )
}
