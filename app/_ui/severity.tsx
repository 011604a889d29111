/** Four rising bars in ink and the words, as 3 级. */
export function Severity({ level, label }: { level: 1 | 2 | 3 | 4; label: string }) {
  return (
    <span className="severity" data-level={level}>
      {label}
    </span>
  )
}
