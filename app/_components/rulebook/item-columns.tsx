import type { SaidColumn } from '@/app/_ui/said-column'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official } from '@/app/_ui/words'
import type { ViolationItem } from '@/lib/rulebook/rules/book'
import { named, type Said, sinceColumn, sourceColumn, targets } from './said'

const basisOf = ({ w: { rulebook: w }, f }: Said, item: ViolationItem): string[] => [
  ...(item.order16Articles.length > 0 ? [w.item.order16(f.list(item.order16Articles))] : []),
  ...(item.cnsaItems.length > 0 ? [w.item.cnsa(f.list(item.cnsaItems))] : []),
  ...((f.locale === 'en' ? item.otherBasisEn : item.otherBasisZh) ? [(f.locale === 'en' ? item.otherBasisEn : item.otherBasisZh)!] : []),
]

export function itemColumns(said: Said): SaidColumn<ViolationItem>[] {
  const { w } = said
  const c = w.rulebook.item
  return [
    {
      key: 'item',
      head: c.column.item,
      rowHead: true,
      at: 'title',
      text: (item) => `${item.code} ${named(said, item)}`,
      cell: (item) => (
        <span id={item.code} className="scroll-mt-16">
          <Official>{item.code}</Official> {named(said, item)}
        </span>
      ),
    },
    {
      key: 'severity',
      head: c.column.severity,
      at: 'clock',
      text: ({ defaultSeverity }) => (defaultSeverity ? w.rulebook.level(defaultSeverity) : ''),
      cell: ({ defaultSeverity }) =>
        defaultSeverity && <Severity level={defaultSeverity as 1 | 2 | 3 | 4} label={w.rulebook.level(defaultSeverity)} />,
    },
    { key: 'targets', head: c.column.targets, at: 'aside', text: ({ appliesTo }) => targets(said, appliesTo) },
    {
      key: 'basis',
      head: c.column.basis,
      at: 'full',
      text: (item) => basisOf(said, item).join('; ') || c.notCited,
      cell: (item) => {
        const basis = basisOf(said, item)
        if (basis.length === 0) return <Nothing>{c.notCited}</Nothing>
        return basis.map((one) => (
          <span key={one} className="block text-13">
            {one}
          </span>
        ))
      },
    },
    sinceColumn<ViolationItem>(said),
    sourceColumn<ViolationItem>(said),
  ]
}
