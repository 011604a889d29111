import { createHash } from 'node:crypto'
import { keepFile, type Stored } from '@/lib/gateway/store'
import { mp4 } from './mp4'
import { pdf } from './pdf'
import { png } from './png'

const SECONDS = 8

/** Keeps bytes in the store as an upload is kept, and gives what the act that refers to them needs. */
export async function store(bytes: Buffer, directory?: string): Promise<Stored> {
  const kept = await keepFile(
    (async function* () {
      yield bytes
    })(),
    { directory },
  )
  if (!kept.ok) throw new Error(`a file of the demonstration was refused: ${kept.code}`)
  return kept.value
}

const drawn = (name: string, hue: number): Buffer => {
  if (name.endsWith('.mp4')) return mp4(SECONDS, hue)
  if (name.endsWith('.pdf'))
    return pdf(['Evidence of the demonstration', `Sheet ${hue}`, 'Made by the portal itself; nothing in it is real.'])
  return png(360, 640, hue)
}

/** A small real file for a piece of evidence, of the kind that its name says; the same name and case always give the same bytes. */
export const evidenceFile = (name: string, key: string): Buffer =>
  drawn(name, createHash('sha256').update(`${key} ${name}`).digest().readUInt16BE() % 360)

export const posterFile = (hue: number): Buffer => png(240, 320, hue)
