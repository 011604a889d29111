import { caseLinks } from '@/app/_components/form/case-links'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Note } from '@/app/_ui/note'
import type { Actor } from '@/lib/kernel/actor'
import type { FoundRectification } from './find-rectification'

/** What comes after a refusal: for a platform its own part, for regulators whose it is. */
async function AfterRefusal({ found: { after, regulates }, actor }: { found: FoundRectification; actor: Actor }) {
  const {
    rectification: { page: w },
  } = await words()
  if (actor.kind === 'creator') return w.refusedCreator
  if (regulates) return after.length > 0 ? w.refusedNext : w.refusedNobody
  const own = after.find(({ platformId }) => platformId === actor.organizationId)
  if (!own) return null
  if (own.by === 'penalty') return w.refusedImposed
  if (own.report) return caseLinks(w.refusedReported(own.report.number ?? ''))
  return own.due ? caseLinks(w.refusedDue(own.due.number ?? '')) : w.refusedSpared
}

/** What its reader should know before anything else: refused, returned, joined, or handed in by the platform. */
export async function CaseNotes({ found, actor }: { found: FoundRectification; actor: Actor }) {
  const [{ rectification: w }, f, name] = [await words(), await format(), await called()]
  const { state, turn, reasons, byPlatform, platform, opens, hands, joiners, extendedAt, extensionReason, now } = found
  const returned = reasons.filter((one) => one.turn === turn).length
  const joins = actor.kind === 'platform' && !opens && !hands && joiners.length > 0
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {state === 'refused' && (
        <Note tone="refused" title={w.page.refused}>
          <AfterRefusal found={found} actor={actor} />
        </Note>
      )}
      {state === 'returned' && <Note tone="waiting" title={w.page.returned(returned)} />}
      {joins && <Note title={w.page.joined} />}
      {byPlatform && <Note title={platform ? w.page.byPlatform(name(platform)) : w.page.byPlatformPlain} />}
      {extendedAt && <Note title={w.page.extended(f.inList(extendedAt, now), extensionReason ?? '')} />}
    </div>
  )
}
