import { ANNOUNCED, definitionOf as announcedBy } from '../../lib/announcement/rules'
import { GRADED, ITEM_NAMES, ITEMS, RUNGS } from '../../lib/biweekly/rules/sheet'
import { CAMPAIGN_FIGURES, CAMPAIGN_KINDS, definitionOf as campaigned } from '../../lib/campaign/rules'
import { figure, figureBy, positionNow, rowsOfFigure } from '../../lib/figure/queries/figure'
import { differencesAt } from '../../lib/figure/queries/recount'
import { totalDifferences } from '../../lib/figure/queries/totals'
import type { FigureDefinition } from '../../lib/figure/rules'
import { MEASURES, WHATS } from '../../lib/figure/workflow'
import { type Actor, clock } from '../../lib/kernel/actor'
import { NATIONAL_ID } from '../../lib/kernel/id'
import { asDay } from '../../lib/kernel/time'
import { look } from '../../lib/perform'
import type { Db } from '../client'
import { referenceRows } from '../seed/reference'

const SCOPE = {
  fromOn: asDay('2020-01-01'),
  toOn: asDay('2099-12-31'),
  targetKinds: CAMPAIGN_KINDS,
  platformIds: [],
  bureauIds: [],
  labels: [],
}
const ladder = referenceRows('penalty_ladder') as unknown as { code: string; appliesTo: string[] }[]
const isFor = (rung: string, kind: string) => ladder.some(({ code, appliesTo }) => code === rung && appliesTo.includes(kind))

/** Every figure that a report, an announcement or a campaign has, and every unit of whatever is counted, by its name. */
export const FIGURES: Readonly<Record<string, FigureDefinition>> = {
  ...Object.fromEntries(WHATS.flatMap((what) => MEASURES.map((measure) => [`${what} ${measure}`, { what, measure }]))),
  ...Object.fromEntries(
    ANNOUNCED.map((name) => [`announced ${name}`, announcedBy({ figure: name }, { id: NATIONAL_ID, isNational: true })]),
  ),
  ...Object.fromEntries(ITEM_NAMES.map((name) => [`reported ${name}`, ITEMS[name] as unknown as FigureDefinition])),
  ...Object.fromEntries(
    GRADED.flatMap((kind) =>
      RUNGS.filter((rung) => isFor(rung, kind)).map((rung) => [
        `reported ${kind} ${rung}`,
        { what: 'measured', measure: 'targets', targetKinds: [kind], rungs: [rung] } satisfies FigureDefinition,
      ]),
    ),
  ),
  ...Object.fromEntries(CAMPAIGN_FIGURES.map((name) => [`campaign ${name}`, campaigned(name, SCOPE)])),
}
/** A look of CNSA's counts the work and not its length. */
export const WITHOUT_LENGTH: readonly string[] = ['inspected', 'hit'].flatMap((what) => [`${what} episodes`, `${what} minutes`])

const MOST = 100_000
type On = { db: Db }
/** Every figure that is not what its rows make, as its reader reads them: nothing where all agree. `seen` takes the names of those above 0. */
export async function disagreements({ db }: On, reader: Actor, seen?: Set<string>): Promise<string[]> {
  return look(
    reader,
    async (tx) => {
      const wrong: string[] = []
      for (const [name, definition] of Object.entries(FIGURES)) {
        const { measure } = definition
        const { value, unknown, rows: count } = await figure(tx, definition)
        const { rows } = await rowsOfFigure(tx, definition, { limit: MOST })
        const isWork = (kind: string) => kind === 'drama' || kind === 'episode'
        const targets = Map.groupBy(rows, ({ targetKind, targetId }) => `${isWork(targetKind) ? 'drama' : targetKind} ${targetId}`)
        const sizes = [...targets.values()]
          .filter(([first]) => isWork(first!.targetKind))
          .map((of) => {
            const known = of.flatMap((row) => {
              const size = measure === 'minutes' ? row.seconds : row.episodes
              return size === null ? [] : { episode: row.episode, size }
            })
            const most = [...Map.groupBy(known, ({ episode }) => episode)].map(
              ([episode, rows]) => [episode, Math.max(...rows.map(({ size }) => size))] as const,
            )
            const whole = most.flatMap(([episode, size]) => (episode === null ? size : []))
            const parts = most.flatMap(([episode, size]) => (episode === null ? [] : size))
            return known.length === 0
              ? null
              : Math.max(
                  0,
                  ...whole,
                  parts.reduce((all, size) => all + size, 0),
                )
          })
        const sum = sizes.reduce<number>((all, size) => all + (size ?? 0), 0)
        const expected = {
          targets: targets.size,
          cases: new Set(rows.map(({ caseId }) => caseId)).size,
          episodes: sum,
          minutes: Math.round(sum / 60),
        }[measure]
        const unknownOnes = measure === 'episodes' || measure === 'minutes' ? sizes.filter((size) => size === null).length : 0
        if (value > 0) seen?.add(name)
        if (value !== expected || unknown !== unknownOnes)
          wrong.push(`${name}: ${value} (${unknown}), rows say ${expected} (${unknownOnes})`)
        if ((measure === 'targets' || measure === 'cases') && count !== rows.length) wrong.push(`${name}: ${count} of ${rows.length} rows`)
        if (measure === 'cases') continue
        const byOwner = await figureBy(tx, definition, 'owner')
        if ([...byOwner.values()].some((part) => part.value > value)) wrong.push(`${name}: a part is more than the whole`)
      }
      return wrong
    },
    db,
  )
}

/** What the record would say otherwise if its events were counted anew. */
export const recounted = ({ db }: On) => look(clock, async (tx) => differencesAt(tx, await positionNow(tx)), db)

/** What the kept totals would say otherwise if they were counted from the cases and facts themselves. */
export const miscounted = ({ db }: On) => look(clock, (tx) => totalDifferences(tx), db)
