import type { Typed } from '@/app/_server/answer'
import type { Words } from '@/lib/i18n/catalogue'

/** The measures that were chosen, each with its own hours or days; what stands under the others nobody chose. */
export function chosenMeasures(typed: Typed, { penalty: w }: Words): Typed {
  const rest = Object.entries(typed).filter(([field]) => !field.startsWith('parameters.'))
  const rungs = [typed.rungs ?? []].flat().map((rung) => w.measure(rung, [typed[`parameters.${rung}`] ?? []].flat()[0] || null))
  return { ...Object.fromEntries(rest), rungs }
}
