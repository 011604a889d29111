import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Official } from '@/app/_ui/words'
import { framesOf, type PublishedFrame, publishedFrame } from '@/lib/inspection/queries/plans'
import { frameFile, hashCommand, nodeCommand, seedCommand, shellCommand } from '@/lib/inspection/rules/sample'
import type { Actor } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { look } from '@/lib/perform'

/** One day: what was published of it, the list to download, and the commands that draw its sample again. */
async function Day({ frame }: { frame: NonNullable<Awaited<ReturnType<typeof publishedFrame>>> }) {
  const [{ inspection }, f] = [await words(), await format()]
  const w = inspection.proof
  const file = frameFile(frame.planNumber, frame.day)
  const commands = [
    { label: w.hash, value: hashCommand(file) },
    ...(frame.seed === null
      ? []
      : [
          { label: w.seedCheck, value: seedCommand(frame.seed) },
          { label: w.shell, value: shellCommand(file, frame.seed, frame.sampleSize) },
          { label: w.node, value: nodeCommand(file, frame.seed, frame.sampleSize) },
        ]),
  ]
  return (
    <Section id="frame" title={w.one(frame.planNumber, f.day(asDay(frame.day)))} actions={<Link href="/inspection">{w.back}</Link>}>
      <Facts
        labelWidth="long"
        items={[
          { label: w.column.items, value: w.file(frame.itemCount) },
          { label: w.column.sample, value: f.count(frame.sampleSize) },
          { label: w.column.frame, wide: true, value: <Official>{frame.sha256}</Official> },
          { label: w.column.seedHash, wide: true, value: <Official>{frame.seedSha256}</Official> },
          { label: w.column.seed, wide: true, value: frame.seed ? <Official>{frame.seed}</Official> : w.tomorrow },
        ]}
      />
      <p className="my-3">
        <a href={`/inspection/frame/${frame.id}`} download>
          {w.download} {file}
        </a>
      </p>
      {commands.map(({ label, value }) => (
        <div key={label} className="mb-4">
          <h3 className="text-13 text-ink-2">{label}</h3>
          <pre
            className="mt-1 overflow-x-auto rounded-ctl border border-line bg-sunken p-3 text-13 whitespace-pre-wrap break-all"
            lang="en"
          >
            <code>{value}</code>
          </pre>
        </div>
      ))}
      {frame.seed === null ? (
        <p className="text-ink-2">{w.waits}</p>
      ) : (
        <>
          <h3 className="text-13 text-ink-2">{w.drawn(frame.drawn.length)}</h3>
          <ol className="mt-1 ml-6 list-decimal text-13" data-drawn="">
            {frame.drawn.map((one) => (
              <li key={one}>
                <Official>{one}</Official>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  )
}

/** What anyone may check of the daily monitoring: hashes before, seeds after, and the command that draws each sample again. */
export async function ProofPage({ actor, frame: id, after }: { actor: Actor; frame?: string; after?: string }) {
  const { page, frame } = await look(actor, async (tx) => ({
    page: await framesOf(tx, { after }),
    frame: id ? await publishedFrame(tx, id) : null,
  }))
  const [{ inspection, shell }, f] = [await words(), await format()]
  const w = inspection.proof
  const short = (hash: string) => <span className="official text-13">{hash.slice(0, 12)}…</span>
  return (
    <>
      <PageHead title={w.title} line={w.lead} large />
      <div className="grid gap-8">
        {frame && <Day frame={frame} />}
        <Section id="how" title={w.how}>
          <ol className="ml-5 grid max-w-[46em] list-decimal gap-1">
            {w.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
        {frame ? null : page.rows.length === 0 ? (
          <EmptyState title={w.empty} link={<Link href="/register">{shell.public.register}</Link>}>
            {w.emptyNext}
          </EmptyState>
        ) : (
          <Section id="days" title={w.caption}>
            <DataTable<PublishedFrame>
              caption={w.caption}
              rows={page.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'day',
                  head: w.column.day,
                  rowHead: true,
                  at: 'title',
                  cell: ({ id: one, day }) => <RowLink href={`/inspection?frame=${one}`}>{f.day(asDay(day))}</RowLink>,
                },
                { key: 'plan', head: w.column.plan, at: 'number', cell: ({ planNumber }) => <Official>{planNumber}</Official> },
                { key: 'items', head: w.column.items, align: 'end', at: 'hide', cell: ({ itemCount }) => f.count(itemCount) },
                {
                  key: 'sample',
                  head: w.column.sample,
                  align: 'end',
                  at: 'clock',
                  cardLabel: w.column.sample,
                  cell: ({ sampleSize }) => f.count(sampleSize),
                },
                { key: 'frame', head: w.column.frame, at: 'hide', cell: ({ sha256 }) => short(sha256) },
                { key: 'seedHash', head: w.column.seedHash, at: 'hide', cell: ({ seedSha256 }) => short(seedSha256) },
                {
                  key: 'seed',
                  head: w.column.seed,
                  at: 'line',
                  cell: ({ seed }) => (seed ? short(seed) : <span className="text-ink-2">{w.tomorrow}</span>),
                },
              ]}
            />
            <ListPager path="/inspection" page={page} after={after} />
          </Section>
        )}
      </div>
    </>
  )
}
