import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import type { Figure, FigureDefinition, Position } from '@/lib/figure/rules'
import { amountOf } from './amount'

/** The address at which a figure opens its rows. */
export const figureHref = (definition: FigureDefinition, at?: Position) =>
  `/figure?${new URLSearchParams({ d: JSON.stringify(definition), ...(at && { at: JSON.stringify(at) }) })}`

/** A figure with its unit, as the link that opens its rows; what is not known stands beside it. */
export async function FigureLink({ definition, figure, at }: { definition: FigureDefinition; figure: Figure; at?: Position }) {
  const [{ figure: w }, f] = [await words(), await format()]
  return (
    <>
      <Link href={figureHref(definition, at)} className="whitespace-nowrap tabular-nums">
        {amountOf(figure, definition, w, f)}
      </Link>
      {figure.unknown > 0 && (
        <span className="block text-13 whitespace-normal text-ink-2 max-desk:max-w-44">
          {w.unknown(f.count(figure.unknown), definition.measure)}
        </span>
      )}
    </>
  )
}
