import type { SaidColumn } from '@/app/_ui/said-column'
import { Zh } from '@/app/_ui/words'
import { addDays } from '@/lib/kernel/time'
import type { TierRule } from '@/lib/rulebook/rules/book'
import { inForce } from '@/lib/rulebook/rules/dated'
import { type Said, sourceColumn } from './said'

export function tierColumns(said: Said): SaidColumn<TierRule>[] {
  const { w, f, today } = said
  const c = w.rulebook.tier
  const period = ({ effectiveFrom, effectiveTo }: TierRule) => c.period(effectiveFrom, effectiveTo && addDays(effectiveTo, -1))
  const line = (rule: TierRule, of: 1 | 2 | 3) =>
    of === 1
      ? c.from(f.money(rule.class1MinFen))
      : of === 2
        ? c.between(f.money(rule.class2MinFen), f.money(rule.class1MinFen))
        : c.under(f.money(rule.class2MinFen))
  const classColumn = (of: 1 | 2 | 3, name: (rule: TierRule) => string): SaidColumn<TierRule> => ({
    key: `class${of}`,
    head: c.column[`class${of}`],
    at: 'full',
    cardLabel: c.column[`class${of}`],
    text: (rule) => `${line(rule, of)} (${name(rule)})`,
    cell: (rule) => (
      <>
        {line(rule, of)}
        <span className="block text-13 text-ink-2">
          <Zh>{name(rule)}</Zh>
        </span>
      </>
    ),
  })
  return [
    {
      key: 'period',
      head: c.column.period,
      rowHead: true,
      at: 'title',
      text: period,
      cell: (rule) => (
        <span className="whitespace-nowrap">
          {period(rule)}
          {inForce(rule, today) && <span className="block text-13 font-normal text-done">{c.now}</span>}
        </span>
      ),
    },
    { key: 'made', head: c.column.made, at: 'clock', text: ({ aiMade }) => c.made[aiMade] },
    classColumn(1, (rule) => rule.class1Name),
    classColumn(2, (rule) => rule.class2Name),
    classColumn(3, (rule) => rule.class3Name),
    {
      key: 'triggers',
      head: c.column.triggers,
      at: 'full',
      cardLabel: c.column.triggers,
      text: ({ class1OtherTriggers }) => f.list(class1OtherTriggers.map((trigger) => c.trigger[trigger])),
    },
    sourceColumn<TierRule>(said),
  ]
}
