import 'server-only'
import * as z from 'zod'
import type { Looks } from '@/app/_server/action'
import { words } from '@/app/_server/locale'
import { worksPointed } from '@/lib/blacklist/queries/proposal'
import { look } from '@/lib/perform'

const MOST = 200

/** Works that a scope may be widened by: what was looked for by title or number, and those found before that are ticked. */
export const lookForWorks: Looks = async (actor, { find, dramaIds }) => {
  const q = typeof find === 'string' ? find.trim().slice(0, 100) : ''
  const ticked = [dramaIds ?? []]
    .flat()
    .flatMap((id) => z.uuid().safeParse(id).data ?? [])
    .slice(0, MOST)
  const { found, kept, taken } = await look(actor, (tx) => worksPointed(tx, q, ticked))
  const { blacklist: w, drama } = await words()
  const choices = [...kept, ...found].map((work) => {
    const off = work.listed || taken.has(work.id)
    const episodes = work.episodeCount === null ? '' : w.page.episodes(work.episodeCount)
    const said = [
      work.producerName ?? w.page.unknownProducer,
      episodes,
      work.code,
      off && !ticked.includes(work.id) ? w.propose.taken(work.listed) : '',
    ]
    return {
      value: work.id,
      title: work.title ? drama.title(work.title) : drama.untitled,
      hint: said.filter(Boolean).join(' '),
      disabled: off && !ticked.includes(work.id),
    }
  })
  return { choices, said: found.length > 0 ? w.propose.foundCount(found.length) : w.propose.noneFound(q) }
}
