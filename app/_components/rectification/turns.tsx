import { byteText, kindOfFile } from '@/app/_components/upload/file-text'
import { ShownFiles } from '@/app/_components/upload/shown-files'
import { format, words } from '@/app/_server/locale'
import { State } from '@/app/_ui/state'
import { spellEpisodes } from '@/lib/rectification/rules'
import type { FoundRectification } from './find-rectification'

/** What was handed in, time after time, with what was said of it; files only for those who may open them. */
export async function Turns({ found }: { found: FoundRectification }) {
  const [{ rectification: w, violation }, f] = [await words(), await format()]
  const { turns, reasons, files, readsFiles, targetKind, now } = found
  if (turns.length === 0) return <p className="text-ink-2">{w.page.noTurns}</p>
  const { open, closeFile: close, save, opensNote, inWindow } = violation.case
  return (
    <ol className="grid gap-6">
      {turns.map(({ turn, handedInAt, account, replacedEpisodes, ruling, ruledAt, note }) => {
        const put = files.filter((file) => file.turn === turn)
        const said = reasons.filter((one) => one.turn === turn).toSorted((a, b) => a.position - b.position)
        return (
          <li key={turn} className="grid gap-2">
            <h3 className="flex flex-wrap items-baseline gap-x-3">
              {w.page.turn(turn, f.inList(handedInAt, now))}
              <span className="text-13 font-normal">
                <State tone={ruling === 'accepted' ? 'done' : ruling === 'returned' ? 'refused' : 'waiting'}>
                  {ruling ? w.page.ruling[ruling] : w.page.waiting}
                </State>{' '}
                {ruledAt && <span className="text-ink-2">{f.inList(ruledAt, now)}</span>}
              </span>
            </h3>
            <p lang="zh-CN" className="max-w-[46em] whitespace-pre-line">
              {account}
            </p>
            {targetKind === 'drama' && (
              <p className="text-13 text-ink-2">
                {replacedEpisodes.length > 0 ? w.page.replaced(spellEpisodes(replacedEpisodes, f.list(['', '']))) : w.page.noReplaced}
              </p>
            )}
            {readsFiles && put.length > 0 && (
              <ShownFiles
                words={{ open, close, save, opensNote, inWindow, files: w.page.files }}
                files={put.map(({ id, name, byteCount, mediaType, addedAt }) => ({
                  id,
                  name,
                  kind: kindOfFile(mediaType),
                  line: `${violation.draft.kind[kindOfFile(mediaType)]} ${byteText(byteCount)} · ${f.inList(addedAt, now)}`,
                  address: `/api/rectification/file/${id}`,
                }))}
              />
            )}
            {(said.length > 0 || note) && (
              <blockquote className="grid gap-1 border-l-2 border-line px-3 py-1 text-ink-2">
                {said.map(({ position, reason }) => (
                  <p key={position}>
                    <b className="font-medium">{w.page.returnedTask(position + 1)}</b> <span lang="zh-CN">{reason}</span>
                  </p>
                ))}
                {note && <p lang="zh-CN">{note}</p>}
              </blockquote>
            )}
          </li>
        )
      })}
    </ol>
  )
}
