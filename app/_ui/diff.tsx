import { compareTexts } from './compare'

/** Old and new text in one: removed words struck, added words underlined, both also said to screen readers. */
export function Diff({
  before,
  after,
  words,
  context = Number.POSITIVE_INFINITY,
}: {
  before: string
  after: string
  words: { removed: string; added: string }
  /** characters of unchanged text kept around a change; what lies farther off is left out */
  context?: number
}) {
  const pieces = compareTexts(before, after)
  const near = (text: string, index: number) => {
    const [head, tail] = [index === 0 ? 0 : context, index === pieces.length - 1 ? 0 : context]
    return text.length <= head + tail + 2 ? text : `${text.slice(0, head)}……${tail === 0 ? '' : text.slice(-tail)}`
  }
  return (
    <p className="max-w-prose whitespace-pre-line">
      {pieces.map(({ kind, text }, index) => {
        const key = `${index}`
        if (kind === 'same') return <span key={key}>{near(text, index)}</span>
        if (kind === 'removed')
          return (
            <del key={key} className="text-refused decoration-1">
              <span className="sr-only">{words.removed} </span>
              {text}
            </del>
          )
        return (
          <ins key={key} className="bg-done-tint decoration-done decoration-2 underline-offset-4">
            <span className="sr-only">{words.added} </span>
            {text}
          </ins>
        )
      })}
    </p>
  )
}
