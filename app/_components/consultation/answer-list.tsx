import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import type { PublicAnswer } from '@/lib/consultation/queries'

const SHOWN = 160
const shortened = (text: string) => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text)

/** Published answers as a list to read: the question, the beginning of the answer, which bureau and when. */
export async function AnswerList({ answers }: { answers: PublicAnswer[] }) {
  const [{ consultation: w }, f, name] = [await words(), await format(), await called()]
  return (
    <ul className="border-t-[1.5px] border-rule">
      {answers.map(({ number, title, answer, topic, bureau, publishedAt }) => (
        <li key={number} className="grid max-w-[46em] gap-0.5 border-b border-line px-2 py-3">
          <Link href={`/c/${number}`} className="w-fit font-bold underline underline-offset-3">
            <Zh>{title}</Zh>
          </Link>
          <p className="whitespace-pre-line">
            <Zh>{shortened(answer)}</Zh>
          </p>
          <p className="text-13 text-ink-2">
            {w.topic[topic]} · {w.answers.by(name(bureau), f.dayOfInstant(publishedAt))}
          </p>
        </li>
      ))}
    </ul>
  )
}
