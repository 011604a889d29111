import { words } from '@/app/_server/locale'

/** The numbers of a text that come from nowhere but its author. */
export async function LoneNumbers({ numbers }: { numbers: readonly string[] }) {
  const { announcement: w } = await words()
  if (numbers.length === 0) return <p className="text-13 text-ink-2">{w.draft.loneNone}</p>
  return (
    <div>
      <h3>{w.draft.lone}</h3>
      <p className="text-13 text-ink-2">{w.draft.loneHint}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {numbers.map((one) => (
          <li key={one} lang="zh-CN" className="rounded-tag border border-waiting bg-waiting-tint px-2">
            {one}
          </li>
        ))}
      </ul>
    </div>
  )
}
