import { locale, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import { answersOn } from '@/lib/consultation/queries'
import { noticesOn } from '@/lib/guidance/queries/items'
import { look } from '@/lib/perform'

/** The published notices on these clauses and bureaus' published answers, wherever one is picked or fails; nothing where there are none. */
export async function NoticesOn({ codes, title }: { codes: readonly string[]; title?: string }) {
  if (codes.length === 0) return null
  const { actor } = await reader()
  const { found, answers } = await look(actor, async (tx) => ({ found: await noticesOn(tx, codes), answers: await answersOn(tx, codes) }))
  const [{ guidance: w, consultation }, language] = [await words(), await locale()]
  const notices = new Map([...found.values()].flat().map((notice) => [notice.number, notice]))
  const lists = [
    { name: title ?? w.notices, links: [...notices.values()] },
    { name: consultation.answers.on, links: answers.map((answer) => ({ ...answer, titleEn: null })) },
  ].filter(({ links }) => links.length > 0)
  return lists.map(({ name, links }) => (
    <div key={name} role="note" aria-label={name} className="border-l-[3px] border-control bg-page px-3 py-2 text-13">
      <p className="font-bold">{name}</p>
      <ul className="mt-0.5 grid gap-0.5">
        {links.map(({ number, title: called, titleEn }) => (
          <li key={number}>
            <Link href={`/c/${number}`} className="m-0! block w-fit py-0.5! underline underline-offset-3">
              {language === 'en' && titleEn ? titleEn : <Zh>{called}</Zh>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}
