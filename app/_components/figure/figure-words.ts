import 'server-only'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import type { FigureDefinition } from '@/lib/figure/rules'
import { addDays, dayOf } from '@/lib/kernel/time'
import { organizationNames } from '@/lib/organization/queries/organizations'

type Tx = Parameters<typeof organizationNames>[0]
export type Condition = { label: string; value: string }

/** A figure's name in one line, and each of its conditions in words. */
export async function figureWords(tx: Tx, d: FigureDefinition): Promise<{ name: string; conditions: Condition[] }> {
  const [{ figure: w, penalty }, f, name, clause] = [await words(), await format(), await called(), await clauseName(tx)]
  const organizations = await organizationNames(tx, [
    ...(d.ownerIds ?? []),
    ...(d.standsOn ?? []),
    ...(d.platformIds ?? []),
    ...(d.bureauIds ?? []),
  ])
  const unnamed = { shortName: '', nameEn: null }
  const organs = (ids: string[] | undefined) => f.list((ids ?? []).map((id) => name(organizations.get(id) ?? unnamed)).filter(Boolean))
  const from = d.from && f.day(dayOf(new Date(d.from)))
  // `to` is exclusive; people read the last day that counts.
  const last =
    d.to &&
    f.day(dayOf(new Date(d.to)) === dayOf(new Date(Date.parse(d.to) - 1)) ? dayOf(new Date(d.to)) : addDays(dayOf(new Date(d.to)), -1))
  const period =
    from && last ? w.condition.between(from, last) : from ? w.condition.from(from) : last ? w.condition.to(last) : w.condition.always
  const conditions: [string, string | undefined | false][] = [
    [w.condition.what, [w.what[d.what], d.orMeasured && w.orMeasured, w.measure[d.measure]].filter(Boolean).join(' · ')],
    [w.condition.period, period],
    [w.condition.stage, d.stage && w.stage[d.stage]],
    [w.condition.standings, d.standings && f.list(d.standings.map((one) => w.standing[one]))],
    [w.condition.rungs, d.rungs && f.list(d.rungs.map(penalty.rung))],
    [w.condition.groups, d.groups && f.list(d.groups.map(clause))],
    [w.condition.codes, d.codes && f.list(d.codes.map((code) => `${code} ${clause(code)}`))],
    [w.condition.sources, d.sources && f.list(d.sources.map((one) => w.source[one]))],
    [w.condition.owners, organs(d.ownerIds)],
    [w.condition.standsOn, organs(d.standsOn)],
    [w.condition.platforms, organs(d.platformIds)],
    [w.condition.bureaus, organs(d.bureauIds)],
    [w.condition.within, d.batchId && w.condition.batch],
  ]
  const more = [d.stage && w.stage[d.stage], d.rungs && f.list(d.rungs.map(penalty.rung)), d.groups && f.list(d.groups.map(clause))]
  return {
    name: w.name(
      d.what,
      d.targetKinds,
      more.filter((one): one is string => Boolean(one)),
    ),
    conditions: conditions.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  }
}
