import { words } from '@/app/_server/locale'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/input'

/** Looks for other works to add to a scope; what is found appears among the boxes. A GET form. */
export async function FindWorks({ path, find, count }: { path: string; find?: string; count: number }) {
  const { propose: w } = (await words()).blacklist
  return (
    <form action={path} className="grid gap-2 rounded-ctl border border-line px-4 py-3" data-screen="">
      <Input name="find" label={w.search} hint={w.searchHint} defaultValue={find} />
      <Button type="submit">{w.searchAct}</Button>
      {find && <p className="text-13 text-ink-2">{count > 0 ? w.foundCount(count) : w.noneFound(find)}</p>}
    </form>
  )
}
