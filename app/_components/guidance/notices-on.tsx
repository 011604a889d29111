import { locale, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import { noticesOn } from '@/lib/guidance/queries/items'
import { look } from '@/lib/perform'

/** The published notices on these clauses, wherever one is picked or fails; nothing where there are none. */
export async function NoticesOn({ codes, title }: { codes: readonly string[]; title?: string }) {
  if (codes.length === 0) return null
  const { actor } = await reader()
  const [{ guidance: w }, language, found] = [await words(), await locale(), await look(actor, (tx) => noticesOn(tx, codes))]
  const notices = new Map([...found.values()].flat().map((notice) => [notice.number, notice]))
  if (notices.size === 0) return null
  return (
    <aside aria-label={title ?? w.notices} className="border-l-[3px] border-control bg-page px-3 py-2 text-13">
      <p className="font-bold">{title ?? w.notices}</p>
      <ul className="mt-0.5 grid gap-0.5">
        {[...notices.values()].map(({ number, title: name, titleEn }) => (
          <li key={number}>
            <Link href={`/c/${number}`} className="m-0! block w-fit py-0.5! underline underline-offset-3">
              {language === 'en' && titleEn ? titleEn : <Zh>{name}</Zh>}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  )
}
