import { compareTexts } from './compare'

/** Old and new text in one: removed words struck, added words underlined, both also said to screen readers. */
export function Diff({ before, after, words }: { before: string; after: string; words: { removed: string; added: string } }) {
  return (
    <p className="max-w-prose whitespace-pre-line">
      {compareTexts(before, after).map(({ kind, text }, index) => {
        const key = `${index}`
        if (kind === 'same') return <span key={key}>{text}</span>
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
