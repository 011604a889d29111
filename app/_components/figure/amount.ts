import { type Figure, type FigureDefinition, isUnknown } from '@/lib/figure/rules'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'

type Counted = Pick<Figure, 'value' | 'unknown'>

/** A figure as its bare number; where nothing of it is known, that word and no 0. */
export const bareAmount = (figure: Counted, w: Words['figure'], f: Formats) => (isUnknown(figure) ? w.page.unknown : f.count(figure.value))

/** A figure with its unit. */
export const amountOf = (
  figure: Counted,
  { measure, targetKinds }: Pick<FigureDefinition, 'measure' | 'targetKinds'>,
  w: Words['figure'],
  f: Formats,
) => (isUnknown(figure) ? w.page.unknown : `${f.count(figure.value)} ${w.unit(measure, targetKinds, figure.value)}`)
