import { words } from '@/app/_server/locale'

/** Who will see what of a penalty. */
export async function Readers() {
  const {
    penalty: { new: w },
  } = await words()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-13">
      {(['regulator', 'holder', 'others', 'public'] as const).map((reader) => (
        <div key={reader} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-2">{w.reader[reader]}</dt>
          <dd>{w.reads[reader]}</dd>
        </div>
      ))}
    </dl>
  )
}
