import { open } from 'node:fs/promises'

type Range = readonly [first: number, last: number]
const kept = new Map<string, Promise<(codePoint: number) => boolean>>()

/** The ranges of a font's character map (OpenType `cmap`, format 12). */
async function rangesOf(path: string): Promise<Range[]> {
  const file = await open(path)
  try {
    const read = async (position: number, length: number) => (await file.read(Buffer.alloc(length), 0, length, position)).buffer
    const tables = (await read(4, 2)).readUInt16BE()
    const directory = await read(12, tables * 16)
    const entry = Array.from({ length: tables }, (_, at) => at * 16).find((at) => directory.toString('latin1', at, at + 4) === 'cmap')
    if (entry === undefined) throw new Error(`no character map in ${path}`)
    const start = directory.readUInt32BE(entry + 8)
    const map = await read(start, directory.readUInt32BE(entry + 12))
    const offset = Array.from({ length: map.readUInt16BE(2) }, (_, at) => map.readUInt32BE(4 + at * 8 + 4)).find(
      (at) => map.readUInt16BE(at) === 12,
    )
    if (offset === undefined) throw new Error(`no map of all characters in ${path}`)
    return Array.from({ length: map.readUInt32BE(offset + 12) }, (_, at) => offset + 16 + at * 12).map((at) => [
      map.readUInt32BE(at),
      map.readUInt32BE(at + 4),
    ])
  } finally {
    await file.close()
  }
}

/** Says of a font file which characters it has; read once. */
export function glyphsOf(path: string): Promise<(codePoint: number) => boolean> {
  const known = kept.get(path)
  if (known) return known
  const made = rangesOf(path).then((ranges) => {
    const has = new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, more) => first + more)))
    return (codePoint: number) => has.has(codePoint)
  })
  kept.set(path, made)
  return made
}
