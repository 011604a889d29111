import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file that is no archive, or not one that anybody's program writes; `too_heavy`: it unpacks to more than it may. */
export class ArchiveBroken extends Error {
  readonly why: 'broken' | 'too_heavy'
  constructor(why: 'broken' | 'too_heavy') {
    super(why)
    this.why = why
  }
}

export type Part = { name: string; bytes: Buffer }
type Directory = { name: string; method: number; flags: number; sum: number; packed: number; at: number }

const PARTS_MAX = 2_000
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const WIDE = 0xffffffff

/** Sizes of more than 32 bits stand in a field of their own, whichever of them need it, in this order. */
function wideOf(extra: Buffer, narrow: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    return narrow.map((value) => {
      if (value !== WIDE) return value
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    })
  }
  return [...narrow]
}

function directoryOf(bytes: Buffer): Directory[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new ArchiveBroken('broken')
  const found: Directory[] = []
  let at = bytes.readUInt32LE(end + 16)
  if (at === WIDE) {
    const far = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6]))
    if (far < 0) throw new ArchiveBroken('broken')
    at = Number(bytes.readBigUInt64LE(far + 48))
  }
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === CENTRAL) {
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const tail = bytes.subarray(at + 46 + name, at + 46 + name + extra)
    const [, packed, from] = wideOf(tail, [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)])
    found.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      flags: bytes.readUInt16LE(at + 8),
      sum: bytes.readUInt32LE(at + 16),
      packed: packed!,
      at: from!,
    })
    if (found.length > PARTS_MAX) throw new ArchiveBroken('too_heavy')
    at += 46 + name + extra + comment
  }
  return found
}

function unpack(bytes: Buffer, { method, flags, sum, packed, at }: Directory, most: number): Buffer {
  if (flags & 1 || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new ArchiveBroken('broken')
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) throw new ArchiveBroken('broken')
  const body = bytes.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw new ArchiveBroken('broken')
  const part = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, most) })
  if (part.length > most) throw new ArchiveBroken('too_heavy')
  if (crc32(part) !== sum) throw new ArchiveBroken('broken')
  return part
}

/**
 * The wanted parts of a zip archive, each once, unpacked to at most `most` bytes in all, whatever the archive says of its sizes.
 * Throws ArchiveBroken.
 */
export function partsOf(bytes: Buffer, wanted: (name: string) => boolean, most: number): Part[] {
  try {
    const parts = new Map<string, Buffer>()
    let left = most
    for (const entry of directoryOf(bytes)) {
      if (!wanted(entry.name) || parts.has(entry.name)) continue
      const part = unpack(bytes, entry, left)
      left -= part.length
      parts.set(entry.name, part)
    }
    return [...parts].map(([name, part]) => ({ name, bytes: part }))
  } catch (error) {
    if (error instanceof ArchiveBroken) throw error
    throw new ArchiveBroken((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_heavy' : 'broken')
  }
}

/** A zip archive of these parts. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const [bodies, heads]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, bytes } of parts) {
    const [label, packed] = [Buffer.from(name), deflateRawSync(bytes, { level: 1 })]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(label.length, 22)
    const [local, central, where] = [Buffer.alloc(4), Buffer.alloc(6), Buffer.alloc(14)]
    local.writeUInt32LE(LOCAL)
    central.writeUInt32LE(CENTRAL)
    central.writeUInt16LE(20, 4)
    where.writeUInt32LE(at, 10)
    bodies.push(local, facts, label, packed)
    heads.push(central, facts, where, label)
    at += 30 + label.length + packed.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}
