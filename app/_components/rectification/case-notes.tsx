import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Note } from '@/app/_ui/note'
import type { Actor } from '@/lib/kernel/actor'
import type { FoundRectification } from './find-rectification'

/** What its reader should know before anything else: refused, returned, joined, or handed in by the platform. */
export async function CaseNotes({ found, actor }: { found: FoundRectification; actor: Actor }) {
  const [{ rectification: w }, f, name] = [await words(), await format(), await called()]
  const { state, turn, reasons, byPlatform, platform, opens, hands, regulates, extendedAt, extensionReason, now } = found
  const returned = reasons.filter((one) => one.turn === turn).length
  const joins = actor.kind === 'platform' && !opens && !hands
  const next = actor.kind === 'creator' ? w.page.refusedCreator : opens || regulates ? w.page.refusedNext : null
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {state === 'refused' && (
        <Note tone="refused" title={w.page.refused}>
          {next}
        </Note>
      )}
      {state === 'returned' && <Note tone="waiting" title={w.page.returned(returned)} />}
      {joins && <Note title={w.page.joined} />}
      {byPlatform && <Note title={platform ? w.page.byPlatform(name(platform)) : w.page.byPlatformPlain} />}
      {extendedAt && <Note title={w.page.extended(f.inList(extendedAt, now), extensionReason ?? '')} />}
    </div>
  )
}
