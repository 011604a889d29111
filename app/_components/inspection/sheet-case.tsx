import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { keysOn } from '@/app/_server/preference'
import { reader } from '@/app/_server/session'
import { PageHead, Section } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { CaseLayout, QuietPanel } from '@/app/_ui/step-panel'
import type { Kind } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { findSheet } from './find-sheet'
import { InspectionHistory } from './history'
import { InspectPanel } from './inspect-panel'
import { ItemName } from './item-name'
import { Pictures } from './pictures'
import { ReferPanel } from './refer-panel'
import { FindingFacts, SheetFacts } from './sheet-facts'
import { SheetKeys } from './sheet-keys'
import { SheetStanding } from './sheet-state'

/** A sheet under its number: one thing to look at, and what came of it. For CNSA and the regulators. */
export async function SheetCase({ number, query }: { number: string; query: Record<string, string | undefined> }) {
  const { actor } = await reader()
  if (!['association', 'national', 'province'].includes(actor.kind)) notFound()
  const found = await findSheet(actor, number)
  if (!found) notFound()
  const { sheet, steps, now, platform, next, today, history } = found
  const [{ inspection: w, shell }, f, name, keys] = [await words(), await format(), await called(), await keysOn()]
  const list = `/${workplaceOf(actor.kind as Kind)}/inspection`
  const open = steps.includes('find_clean')
  return (
    <>
      {keys && steps.length > 0 && <SheetKeys />}
      <PageHead
        crumbs={[{ label: w.title, href: list }, { label: number }]}
        crumbsLabel={shell.location}
        title={<ItemName kind={sheet.kind} title={sheet.title} />}
        state={<SheetStanding sheet={sheet} pill />}
        line={w.sheet.line(name(platform), f.day(asDay(sheet.drawnOn)))}
        time={shell.beijing(f.instant(now))}
        actions={
          next && (
            <Link href={`/c/${next}`} data-key="n">
              {w.sheet.next}
            </Link>
          )
        }
      />
      {sheet.orderId !== null && (
        <div className="mb-4">
          <Note tone="info" title={w.purpose.listed}>
            {w.sheet.purposeListed}
          </Note>
        </div>
      )}
      <CaseLayout
        lead={
          <Section id="facts" title={w.sheet.facts}>
            <SheetFacts found={found} />
          </Section>
        }
        aside={
          open ? (
            <InspectPanel found={found} query={query} />
          ) : steps.includes('refer') ? (
            <ReferPanel found={found} />
          ) : sheet.state === 'drawn' || sheet.state === 'missed' ? (
            <QuietPanel title={w.sheet.notYours}>{w.sheet.notYoursBy}</QuietPanel>
          ) : null
        }
      >
        {found.finding && (
          <Section id="finding" title={w.sheet.finding}>
            <FindingFacts found={found} />
          </Section>
        )}
        {(open || steps.includes('refer') || found.pictures.length > 0) && (
          <Section id="shots" title={w.sheet.pictures}>
            <Pictures found={found} query={query} />
          </Section>
        )}
        <Section id="history" title={w.sheet.history} aside={w.sheet.newestFirst}>
          <InspectionHistory history={history} now={now} />
        </Section>
        {keys && open && (
          <div className="mt-4 flex flex-wrap items-center gap-x-4 text-13 text-ink-2">
            <KeyboardHints
              items={[
                { keys: ['c'], text: w.sheet.keys.clean },
                { keys: ['f'], text: w.sheet.keys.find },
                { keys: ['o'], text: w.sheet.keys.open },
                { keys: ['n'], text: w.sheet.keys.next },
              ]}
            />
            <span>{w.sheet.left(today.drawn - today.done)}</span>
          </div>
        )}
      </CaseLayout>
    </>
  )
}
