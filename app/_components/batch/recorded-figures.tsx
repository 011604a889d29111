import { FigureLink } from '@/app/_components/figure/figure-link'
import { words } from '@/app/_server/locale'
import { Figures } from '@/app/_ui/figures'
import type { Figure, FigureDefinition } from '@/lib/figure/rules'

export type Counted = { key: 'works' | 'miniPrograms' | 'accounts' | 'measured'; definition: FigureDefinition; figure: Figure }

/** What a batch has recorded, each figure with the rows that make it: the same that reports and announcements count. */
export async function RecordedFigures({ counted }: { counted: Counted[] }) {
  const { batch: w } = await words()
  return (
    <Figures
      items={counted
        .filter(({ figure }) => figure.rows > 0)
        .map(({ key, definition, figure }) => ({
          label: w.page.figures[key],
          value: <FigureLink definition={definition} figure={figure} />,
        }))}
    />
  )
}
