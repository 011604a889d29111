// Which clauses a field of the filing is judged by, so that guidance stands where a field was returned (taxonomy V04–V09).

import type { Field } from '../../registration/rules/content'
import type { Warning } from '../../registration/rules/filing'

const OF_FIELD: Partial<Record<Field, readonly string[]>> = {
  title: ['V04-04', 'V06-03'],
  aliases: ['V04-04'],
  aiMade: ['V09-11', 'V02-04'],
  synopsis: ['V06-01', 'V06-02', 'V06-03', 'V06-06', 'V08-02'],
  investment: ['V09-05'],
  specialSubjects: ['V09-10'],
  poster: ['V04-04'],
}
const OF_WARNING: Partial<Record<Warning, readonly string[]>> = { co_review: ['V09-10'], synopsis_short: ['V06-06'] }

const joined = (lists: (readonly string[] | undefined)[]) => [...new Set(lists.flatMap((codes) => codes ?? []))]

export const clausesOfFields = (fields: readonly Field[]) => joined(fields.map((field) => OF_FIELD[field]))
/** A class that was computed is about cost and subject; AI works have lines of their own. */
export const clausesOfClass = (aiMade: boolean, warnings: readonly Warning[]) =>
  joined([aiMade ? ['V09-05'] : [], ...warnings.map((warning) => OF_WARNING[warning])])
