// What a finding must say, so that whoever decides on it and whoever is to mend can see it for themselves.
import type { Fault } from '../../kernel/outcome'
import type { ItemKind } from '../workflow'

type About = { kind: ItemKind; orderId: string | null }
type Said = { address: string | null; episode: number | null; start: number | null; items: readonly string[]; pictures: number }

/** 改名换皮再上架: what a listed work that is shown again is, where nothing else is cited. */
const RELISTED = 'V10-01'
/** The items of a finding: those that were chosen; a listed work that is there again is an item by itself. */
export const itemsFound = ({ orderId }: Pick<About, 'orderId'>, chosen: readonly string[]): string[] =>
  chosen.length > 0 || orderId === null ? [...chosen] : [RELISTED]

/**
 * What is missing: always a picture; of a work its episode and timecode, since a work of another name is known by a scene alone; of
 * what is not listed an item, of what is listed the address. A mini-program is found as a whole and has neither episode nor timecode.
 */
export function missingIn({ kind, orderId }: About, { address, episode, start, items, pictures }: Said): Fault[] {
  const wanted: [boolean, Fault][] = [
    [orderId !== null && address === null, { field: 'address', code: 'required' }],
    [kind === 'drama' && episode === null, { field: 'episode', code: 'required' }],
    [kind === 'drama' && start === null, { field: 'start', code: 'timecode_missing' }],
    [orderId === null && items.length === 0, { field: 'items', code: 'item_missing' }],
    [pictures === 0, { field: 'picture', code: 'picture_missing' }],
  ]
  return wanted.flatMap(([isMissing, fault]) => (isMissing ? [fault] : []))
}
