import { words } from '@/app/_server/locale'
import { Name, Zh } from '@/app/_ui/words'
import type { SubjectKind } from '@/lib/violation/rules'

/** A subject as people call it: 《夜宴》, 夜色剧场, @yese. */
export async function SubjectName({ kind, name }: { kind: SubjectKind; name: string }) {
  const { drama, violation } = await words()
  if (kind !== 'drama') return <Name>{name || violation.list.untitled}</Name>
  return name ? <Zh>{drama.title(name)}</Zh> : violation.list.untitled
}
