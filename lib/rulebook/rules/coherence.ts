// What no single row can show: the files of the rulebook must agree with each other before they are loaded.
import type { Day } from '../../kernel/time'
import type { ReferenceFile, ReferenceRow, TierRule } from '../input'

export type Files = { [F in ReferenceFile]: ReferenceRow<F>[] }

const END: Day = '9999-12-31' as Day
const overlap = (a: TierRule, b: TierRule) =>
  a.effectiveFrom < (b.effectiveTo ?? END) &&
  b.effectiveFrom < (a.effectiveTo ?? END) &&
  (a.aiMade === b.aiMade || a.aiMade === 'any' || b.aiMade === 'any')

function* ofTiers(rules: Files['tier_rules']) {
  for (const [i, rule] of rules.entries()) {
    if (rule.class1MinFen <= rule.class2MinFen) yield `tier_rules ${rule.effectiveFrom}: the Class I line is not above the Class II line`
    for (const other of rules.slice(i + 1)) {
      if (overlap(rule, other)) yield `tier_rules: ${rule.effectiveFrom}/${rule.aiMade} and ${other.effectiveFrom}/${other.aiMade} overlap`
    }
  }
}

function* ofTaxonomy(items: Files['violation_taxonomy']) {
  const groups = new Set(items.filter((item) => !item.parent).map((item) => item.code))
  for (const { code, parent, defaultSeverity, appliesTo } of items) {
    if (parent && !groups.has(parent)) yield `violation_taxonomy ${code}: there is no group ${parent}`
    if (parent && (defaultSeverity === null || appliesTo.length === 0))
      yield `violation_taxonomy ${code}: an item needs a severity and what it applies to`
    if (!parent && defaultSeverity !== null) yield `violation_taxonomy ${code}: a group has no severity`
  }
}

function* ofGuide({ penalty_guide: guide, penalty_ladder: ladder }: Files) {
  for (const { severity, occurrence, target, penalty, parameter } of guide) {
    const where = `penalty_guide ${severity}/${occurrence}/${target}/${penalty}`
    const rung = ladder.find((row) => row.code === penalty)
    if (!rung?.appliesTo.includes(target)) yield `${where}: no such rung for this target`
    else if ((rung.parameter === null) !== (parameter === null))
      yield `${where}: a parameter where the rung has none, or none where it needs one`
    else if (parameter && rung.allowedParameters.length > 0 && !rung.allowedParameters.includes(parameter))
      yield `${where}: ${parameter} is not allowed`
  }
}

function* ofNames({ regulators, platforms }: Files) {
  const provinces = new Set(regulators.filter((row) => row.kind === 'province').map((row) => row.code))
  for (const { code, homeProvinceCode } of platforms) {
    if (!provinces.has(homeProvinceCode)) yield `platforms ${code}: there is no bureau ${homeProvinceCode}`
  }
}

function* ofDeadlines(rows: Files['deadlines']) {
  for (const { code, unit, cutOff } of rows) if (unit === 'working_days' && !cutOff) yield `deadlines ${code}: working days need a cut-off`
}

function* ofSources({ sources, ...files }: Files) {
  const known = new Set(sources.map(({ key }) => key))
  for (const [file, rows] of Object.entries(files))
    for (const key of new Set(rows.flatMap(({ source }) => source))) if (!known.has(key)) yield `${file}: there is no source ${key}`
}

/** Each contradiction as a line for whoever edits the files; none when they can be loaded. */
export const contradictions = (files: Files): string[] => [
  ...ofTiers(files.tier_rules),
  ...ofTaxonomy(files.violation_taxonomy),
  ...ofGuide(files),
  ...ofDeadlines(files.deadlines),
  ...ofNames(files),
  ...ofSources(files),
]
