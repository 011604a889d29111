import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import type { Figure, FigureDefinition, Position } from '@/lib/figure/rules'
import { amountOf } from './amount'

/** The address at which a figure opens its rows. */
export const figureHref = (definition: FigureDefinition, at?: Position) =>
  `/figure?${new URLSearchParams({ d: JSON.stringify(definition), ...(at && { at: JSON.stringify(at) }) })}`

type Shown = { definition: FigureDefinition; figure: Figure; at?: Position; readable?: number }

/**
 * A figure with its unit, as the link that opens its rows; what is not known stands beside it. Who may read only some of the rows
 * (`readable`) is told how many, and opens those.
 */
export async function FigureLink({ definition, figure, at, readable = figure.rows }: Shown) {
  const [{ figure: w }, f] = [await words(), await format()]
  return (
    <>
      {readable === figure.rows ? (
        <Link href={figureHref(definition, at)} className="whitespace-nowrap tabular-nums">
          {amountOf(figure, definition, w, f)}
        </Link>
      ) : (
        <FigureAmount definition={definition} figure={figure} />
      )}
      {readable < figure.rows && (
        <span className="block text-13 text-ink-2 max-desk:max-w-44">
          {readable > 0 ? <Link href={figureHref(definition, at)}>{w.readable(f.count(readable))}</Link> : w.unreadable}
        </span>
      )}
      {figure.unknown > 0 && (
        <span className="block text-13 whitespace-normal text-ink-2 max-desk:max-w-44">
          {w.unknown(f.count(figure.unknown), definition.measure)}
        </span>
      )}
    </>
  )
}

/** The same for who can open nothing. */
export async function FigureAmount({ definition, figure }: Pick<Shown, 'definition' | 'figure'>) {
  const [{ figure: w }, f] = [await words(), await format()]
  return <span className="whitespace-nowrap tabular-nums">{amountOf(figure, definition, w, f)}</span>
}
