import clsx from 'clsx'

const heights = ['h-[5px]', 'h-[7px]', 'h-[10px]', 'h-[13px]']

/** Four rising bars in ink and the words, as 3 级. */
export function Severity({ level, label }: { level: 1 | 2 | 3 | 4; label: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className="inline-flex items-end gap-0.5">
        {heights.map((height, index) => (
          <span
            key={height}
            data-ink={index < level ? '' : undefined}
            className={clsx('w-1 rounded-tag', height, index < level ? 'bg-ink-2' : 'bg-line')}
          />
        ))}
      </span>
      {label}
    </span>
  )
}
