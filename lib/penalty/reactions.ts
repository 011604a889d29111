import type { Act, ActEvent } from '@/db/act'
import { admittedPlatforms } from '../organization/queries/organizations'
import { endUnguided } from '../rectification/commands/end'
import {
  beginLimits,
  callDecisions,
  dismissRecorded,
  failGuidances,
  guidanceTakenBack,
  meetGuidances,
  moveGuidances,
  restateDue,
} from './commands/house'
import { followByRecord, followByReport, followNoMore } from './commands/refusal'
import { rulingsIn, undecidedBy } from './queries/occasion'
import { REFUSED } from './queries/refusal'
import { REMOVAL } from './rules/measure'
import type { TargetKind } from './workflow'

/** What was upheld about a platform's account, mini-program or placement is laid before that platform, whoever reported it. */
export async function layDecisions(act: Act, { subjectId }: ActEvent) {
  const admitted = new Set((await admittedPlatforms(act.tx)).map(({ id }) => id))
  for (const { violationId, kind, targetId } of await rulingsIn(act.tx, subjectId))
    await callDecisions(act, violationId, { kind, id: targetId }, ({ platforms }) => platforms.filter((id) => admitted.has(id)))
}

/**
 * A platform that takes part from now on decides on what was upheld about its own before; so it does on what was upheld before there
 * were decisions.
 */
export async function layMissing(act: Act, { subjectId: platformId }: ActEvent) {
  for (const { violationId, kind, targetId } of await undecidedBy(act.tx, platformId))
    await callDecisions(act, violationId, { kind, id: targetId }, ({ platforms }) => platforms.filter((id) => id === platformId))
}

/** What a platform had done about a finding that its bureau dismisses counts as done no more. */
export const withdrawDismissed = (act: Act, { subjectId }: ActEvent) => dismissRecorded(act, subjectId)

/** More time for mending is more time for the guidance. */
export const moveWithMending = (act: Act, { subjectId }: ActEvent) => moveGuidances(act, subjectId)

/** A rectification that is accepted was met, for whoever asked for it and for all others who have not decided yet. */
export async function concludeAccepted(act: Act, { subjectId, detail }: ActEvent) {
  await meetGuidances(act, subjectId)
  await restateDue(act, String(detail.violationId), String(detail.targetId))
}

/** What was refused is followed by the next row of the guide: before whoever had asked for it, and before all others who decide on it. */
export async function followRefused(act: Act, { subjectId, detail }: ActEvent) {
  await failGuidances(act, subjectId)
  const admitted = new Set((await admittedPlatforms(act.tx)).map(({ id }) => id))
  const target = { kind: detail.targetKind as TargetKind, id: String(detail.targetId) }
  await callDecisions(act, String(detail.violationId), target, ({ platforms }) => platforms.filter((id) => admitted.has(id)))
}

/** A guidance that is taken back takes what it asked for with it, where no other platform's rests on it. */
export async function withdrawMending(act: Act, { subjectId }: ActEvent) {
  const rectificationId = await guidanceTakenBack(act, subjectId)
  if (rectificationId) await endUnguided(act, rectificationId)
}

/** A report of a refusal (V10-05) stands in for the next row of the guide, and no more once it is withdrawn or dismissed. */
export const yieldToReport = (act: Act, { subjectId }: ActEvent) => followByReport(act, subjectId)
/** So does one that a platform records in a file, and one that is taken up from there. */
export const yieldToRecord = async (act: Act, { subjectId, detail }: ActEvent) =>
  Array.isArray(detail.codes) && detail.codes.includes(REFUSED) ? followByReport(act, subjectId) : undefined
export const yieldToTakenUp = (act: Act, { subjectId }: ActEvent) => followByRecord(act, subjectId)
export const recallFromReport = (act: Act, { subjectId }: ActEvent) => followNoMore(act, subjectId)

/** A work that returns, by whichever way its removal ends, is limited from then on. */
export async function limitReturned(act: Act, { detail }: ActEvent) {
  if (detail.rung === REMOVAL) await beginLimits(act, { targetId: String(detail.targetId), platformId: String(detail.platformId) })
}
