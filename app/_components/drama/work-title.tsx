import { words } from '@/app/_server/locale'
import { Zh } from '@/app/_ui/words'

/** A work's title as it is written; on English pages still read as Chinese. */
export async function WorkTitle({ title }: { title: string }) {
  const { drama: w } = await words()
  return title ? <Zh>{w.title(title)}</Zh> : w.untitled
}
