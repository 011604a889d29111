import { NoticesOn } from '@/app/_components/guidance/notices-on'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Note } from '@/app/_ui/note'
import { clausesOfClass } from '@/lib/guidance/rules/clauses'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import type { Warning } from '@/lib/registration/rules/filing'
import type { Classified, ClassLine } from '@/lib/rulebook/rules/tier'

type Panel = {
  classified: Classified
  investmentFen: bigint
  aiMade: boolean
  warnings: readonly Warning[]
  ruledOn: string | null
  pinned: boolean
}

/** Why the work is of its class, in one sentence: by what lifts it, or by the line that its investment reaches or misses. */
function reasonOf(w: Words, f: Formats, { classified, investmentFen, aiMade }: Panel): string {
  const c = w.registration.classed
  const { fired, rule, class: filedAs } = classified
  const name = c.name(classified.name, filedAs)
  if (fired.length > 0) return c.byTrigger(f.list(fired.map((trigger) => c.trigger[trigger])), name)
  const made = c.made[aiMade ? 'yes' : 'no']
  const money = f.money(investmentFen)
  return filedAs === 3
    ? c.below(made, money, f.money(rule.class2MinFen), name)
    : c.byInvestment(made, money, f.money(filedAs === 1 ? rule.class1MinFen : rule.class2MinFen), name)
}

function lineOf(w: Words, f: Formats, { class1OtherTriggers }: Classified['rule'], { class: of, minFen, belowFen }: ClassLine): string {
  const c = w.registration.classed
  if (minFen === null) return c.under(f.money(belowFen!))
  if (belowFen !== null) return c.between(f.money(minFen), f.money(belowFen))
  return `${c.from(f.money(minFen))}${of === 1 && class1OtherTriggers.length > 0 ? c.or(f.list(class1OtherTriggers.map((trigger) => c.triggerShort[trigger]))) : ''}`
}

/** The class in a sentence, the table of classes with the work's own row, and by which day's standard. */
export async function ClassPanel(panel: Panel) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.registration.classed
  const { classified, investmentFen, aiMade, warnings, ruledOn, pinned } = panel
  const isOwn = (line: ClassLine) => line.class === classified.class
  return (
    <div className="grid gap-3">
      <p className="max-w-prose">
        {reasonOf(w, f, panel)}
        {w.registration.classed.colon}
        {c.todo[classified.class]}
        {w.registration.classed.stop}
      </p>
      <DataTable
        caption={c.caption(w.drama.aiMade[aiMade ? 'yes' : 'no'])}
        rows={classified.table}
        rowKey={(line) => String(line.class)}
        current={isOwn}
        columns={[
          {
            key: 'class',
            head: c.column.class,
            rowHead: true,
            at: 'title',
            cell: (line) => <span className="whitespace-nowrap">{c.name(line.name, line.class)}</span>,
          },
          { key: 'investment', head: c.column.investment, at: 'line', cell: (line) => lineOf(w, f, classified.rule, line) },
          { key: 'needs', head: c.column.needs, at: 'aside', cell: (line) => c.needs[line.class] },
          {
            key: 'own',
            head: c.column.own,
            at: 'clock',
            cell: (line) => (isOwn(line) ? <b className="whitespace-nowrap">{f.money(investmentFen)}</b> : ''),
          },
        ]}
      />
      <p className="text-13 text-ink-2">
        {pinned && ruledOn ? c.pinned(f.day(ruledOn), classified.rule.effectiveFrom) : c.today(classified.rule.effectiveFrom)}
      </p>
      {warnings.length > 0 && (
        <Note tone="waiting">
          <ul className="grid gap-1">
            {warnings.map((warning) => (
              <li key={warning}>{c.warning[warning]}</li>
            ))}
          </ul>
        </Note>
      )}
      <NoticesOn codes={clausesOfClass(aiMade, warnings)} />
    </div>
  )
}
