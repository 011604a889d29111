import { WorkTitle } from '@/app/_components/drama/work-title'
import { Zh } from '@/app/_ui/words'

/** What an entry or an order is called by: a work in its brackets, a mini-program by its name. */
export const ListedTitle = ({ title, kind }: { title: string; kind: 'drama' | 'mini_program' }) =>
  kind === 'drama' ? <WorkTitle title={title} /> : <Zh>{title}</Zh>
