import type { Act, ActEvent } from '@/db/act'
import { admittedPlatforms } from '../organization/queries/organizations'
import { endUnguided } from '../rectification/commands/end'
import { reportOfRefusal } from '../rectification/queries/report'
import {
  beginLimits,
  callDecisions,
  dismissRecorded,
  failGuidances,
  guidanceTakenBack,
  meetGuidances,
  moveGuidances,
  yieldDecisions,
} from './commands/house'
import { rulingsIn, undecidedBy } from './queries/occasion'

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

/** A rectification that is accepted was met, one that is refused was not. */
export const concludeAccepted = (act: Act, { subjectId }: ActEvent) => meetGuidances(act, subjectId)
export const followRefused = (act: Act, { subjectId }: ActEvent) => failGuidances(act, subjectId)

/** A guidance that is taken back takes what it asked for with it, where no other platform's rests on it. */
export async function withdrawMending(act: Act, { subjectId }: ActEvent) {
  const rectificationId = await guidanceTakenBack(act, subjectId)
  if (rectificationId) await endUnguided(act, rectificationId)
}

/** The refusal is reported: the next row of the guide, which waited before the same platform, is not imposed beside it. */
export async function yieldToReport(act: Act, { subjectId }: ActEvent) {
  const refused = await reportOfRefusal(act.tx, subjectId)
  if (refused) await yieldDecisions(act, refused.rectificationId, refused.platformId)
}

/** A work that returns is limited from then on. */
export async function limitReturned(act: Act, { detail }: ActEvent) {
  if (detail.rung === 'P3') await beginLimits(act, String(detail.targetId), String(detail.platformId))
}
