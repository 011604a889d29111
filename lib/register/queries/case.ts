import type { Tx } from '@/db/client'
import { announcementBy } from '../../announcement/queries'
import { batchNumbered } from '../../batch/queries/cases'
import { reportByNumber as biweeklyByNumber } from '../../biweekly/queries/reports'
import { entryByNumber } from '../../blacklist/queries/entry'
import { campaignByNumber } from '../../campaign/queries'
import { questionByNumber } from '../../consultation/queries'
import { itemByNumber } from '../../guidance/queries/items'
import { planByNumber } from '../../inspection/queries/plans'
import { sheetByNumber } from '../../inspection/queries/sheets'
import type { Actor } from '../../kernel/actor'
import { caseNumber } from '../../kernel/number'
import { organizationCase } from '../../organization/queries/organizations'
import { penaltyByNumber } from '../../penalty/queries/case'
import { rectificationByNumber } from '../../rectification/queries/case'
import { faceByNumber, filingByNumber } from '../../registration/queries/case'
import { orderByNumber } from '../../takedown/queries/orders'
import { readsOrders } from '../../takedown/rules'
import { reportByNumber } from '../../violation/queries/report'

/** What a case's own page asks for, by the letters of its number. */
const pages: Record<string, (tx: Tx, actor: Actor, number: string) => Promise<unknown>> = {
  BA: async (tx, actor, number) => (await filingByNumber(tx, actor, number)) ?? faceByNumber(tx, number),
  // Whether there is a page does not hang on the instant.
  CF: (tx, actor, number) => penaltyByNumber(tx, actor, number, new Date(0)),
  DR: (tx, _, number) => batchNumbered(tx, number),
  GG: (tx, actor, number) => announcementBy(tx, actor, { number }),
  HM: (tx, _, number) => entryByNumber(tx, number),
  JB: reportByNumber,
  JG: (tx, actor, number) => organizationCase(actor, tx, { number }),
  JK: (tx, _, number) => planByNumber(tx, number),
  SZ: biweeklyByNumber,
  WX: questionByNumber,
  XC: (tx, _, number) => sheetByNumber(tx, number),
  XJ: async (tx, actor, number) => readsOrders(actor) && orderByNumber(tx, number),
  ZD: (tx, _, number) => itemByNumber(tx, number),
  ZG: rectificationByNumber,
  ZX: campaignByNumber,
}

/** The case that these words are the number of, however it was typed; null where this reader would find no page under it. */
export async function caseFound(tx: Tx, actor: Actor, q: string): Promise<string | null> {
  const number = caseNumber(q)
  const found = number && (await pages[number.slice(0, 2)]?.(tx, actor, number))
  return found ? number : null
}
