import { definitionInput, positionInput } from '@/lib/figure/input'
import type { FigureDefinition, Position } from '@/lib/figure/rules'

export type Sent = { d?: string; at?: string; after?: string }

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** A figure's definition and position out of an address; null where they cannot be read. */
export function readFigure({ d, at }: Sent): { definition: FigureDefinition; at?: Position } | null {
  const definition = definitionInput.safeParse(parsed(d))
  if (!definition.success) return null
  if (at === undefined) return { definition: definition.data }
  const position = positionInput.safeParse(parsed(at))
  return position.success ? { definition: definition.data, at: position.data } : null
}
