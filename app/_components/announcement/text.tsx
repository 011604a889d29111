import type { ReactNode } from 'react'
import { amountOf } from '@/app/_components/figure/amount'
import { figureHref } from '@/app/_components/figure/figure-link'
import { published } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import type { AnnouncementFigure } from '@/lib/announcement/queries'
import { blocksOf, type Piece } from '@/lib/announcement/rules'

/** The text of an announcement; a figure stands there with its unit and opens its records: a draft's the living ones, a published one's the frozen. In its own language, whoever reads it. */
export function AnnouncementText({
  body,
  figures,
  number,
}: {
  body: string
  figures: readonly AnnouncementFigure[]
  /** Of a published one. */
  number?: string | null
}) {
  const { language, words: w, format: f } = published
  const byKey = new Map(figures.map((one) => [one.key, one]))
  const said = (pieces: Piece[]): ReactNode[] =>
    pieces.map((piece, at) => {
      // biome-ignore-start lint/suspicious/noArrayIndexKey: a piece is its place in the line
      if ('words' in piece) return <span key={at}>{piece.words}</span>
      const found = byKey.get(piece.figure)
      if (!found) return <mark key={at}>{`{${piece.figure}}`}</mark>
      const { definition, figure } = found
      return (
        <Link
          key={at}
          href={number ? `/announcement/${number}/${found.key}` : figureHref(definition)}
          className="font-bold whitespace-nowrap"
        >
          {amountOf(figure, definition, w.figure, f)}
        </Link>
      )
      // biome-ignore-end lint/suspicious/noArrayIndexKey: a piece is its place in the line
    })
  return (
    <div lang={language} className="grid max-w-prose gap-3 text-16 leading-7">
      {blocksOf(body).map((block, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        if (block.kind === 'heading') return <h2 key={at}>{said(block.pieces)}</h2>
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        if (block.kind === 'paragraph') return <p key={at}>{said(block.pieces)}</p>
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
          <ul key={at} className="grid list-disc gap-1 pl-6">
            {block.items.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
              <li key={place}>{said(item)}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}
