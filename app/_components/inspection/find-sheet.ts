import 'server-only'
import { clauseName } from '@/app/_components/register/clause-name'
import { nextSheet, sheetByNumber, todayOf } from '@/lib/inspection/queries/sheets'
import { sheetWorkflow } from '@/lib/inspection/workflow'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'

/** All that this reader may know of a sheet, in one transaction; nothing where it does not exist for them. */
export const findSheet = (actor: Actor, number: string) =>
  look(actor, async (tx, now) => {
    const found = await sheetByNumber(tx, number)
    if (!found) return null
    return {
      ...found,
      now,
      steps: openSteps(sheetWorkflow, found.sheet, actor),
      today: await todayOf(tx, actor, now),
      next: actor.kind === 'association' ? await nextSheet(tx, found.sheet) : null,
      history: await historyOf(tx, [{ noun: 'sheet', id: found.sheet.id }]),
      clause: await clauseName(tx),
      taxonomy: taxonomyOn(await rulebook(tx), dayOf(now)),
    }
  })
export type FoundSheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>
