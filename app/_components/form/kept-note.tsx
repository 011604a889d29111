import { headers } from 'next/headers'
import { keptAnswer } from '@/app/_server/kept'
import { words } from '@/app/_server/locale'
import { PATH_HEADER } from '@/app/_server/session'
import { Note } from '@/app/_ui/note'
import { Zh } from '@/app/_ui/words'

/** Without script: the answer to a form that the page no longer has, with what was typed into it, to be copied. */
export async function KeptNote() {
  const path = (await headers()).get(PATH_HEADER) ?? '/'
  const kept = keptAnswer(new URL(path, 'http://portal.invalid').searchParams.get('kept'))
  if (!kept) return null
  const { form } = await words()
  return (
    <div className="mb-5">
      <Note tone="waiting" title={kept.title} live>
        {kept.text}
        {kept.typed.length > 0 && (
          <details open className="mt-2">
            <summary>{form.kept}</summary>
            <dl className="mt-1 grid gap-1">
              {kept.typed.map(({ label, text }) => (
                <div key={`${label} ${text}`}>
                  <dt className="text-13 text-ink-2">{label || form.written}</dt>
                  <dd className="whitespace-pre-wrap">
                    <Zh>{text}</Zh>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </Note>
    </div>
  )
}
