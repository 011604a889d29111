import { WorkTitle } from '@/app/_components/drama/work-title'
import { Zh } from '@/app/_ui/words'
import type { ItemKind } from '@/lib/inspection/workflow'

/** A work in its title marks, a mini-program by its plain name. */
export const ItemName = ({ kind, title }: { kind: ItemKind; title: string }) =>
  kind === 'drama' ? <WorkTitle title={title} /> : <Zh>{title}</Zh>
