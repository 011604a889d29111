import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { env } from '../env'
import { type Outcome, ok, refuse } from '../kernel/outcome'

const MB = 1024 * 1024
/** What is kept, and how large it may be. No SVG: it is a document with scripts. */
export const LIMITS = {
  'image/png': 20 * MB,
  'image/jpeg': 20 * MB,
  'image/webp': 20 * MB,
  'application/pdf': 50 * MB,
  'video/mp4': 500 * MB,
} as const
export type MediaType = keyof typeof LIMITS
export const IMAGES = ['image/png', 'image/jpeg', 'image/webp'] as const satisfies readonly MediaType[]
const EVERYTHING = Object.keys(LIMITS) as MediaType[]

export type Stored = { sha256: string; byteCount: number; mediaType: MediaType }
export type StoreRefusal = 'file_empty' | 'file_type_unknown' | 'file_too_large' | 'upload_cut_off' | 'store_full'
export type Keeping = {
  /** The kinds that this place takes; everything that is kept at all if absent. */
  only?: readonly MediaType[]
  /** What the sender announced, to refuse early and to notice what was cut off. */
  announced?: number | null
  limits?: Readonly<Record<MediaType, number>>
  directory?: string
}

/** Bytes that a file's kind is told by. */
const HEAD = 4100
/** Left free on the disk, whatever comes in; the database may live beside the files. */
const RESERVE = 256 * MB

export const storeDirectory = () => join(env().dataDir, 'files')
export const incomingIn = (directory: string) => join(directory, 'incoming')
export const pathOf = (sha256: string, directory = storeDirectory()) => join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

async function syncDirectory(path: string) {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

async function place(temporary: string, sha256: string, directory: string) {
  const path = pathOf(sha256, directory)
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(temporary, path)
  await syncDirectory(folder)
  if (made) for (const above of [dirname(folder), directory]) await syncDirectory(above)
}

const kindOf = async (head: Uint8Array, only: readonly MediaType[]) => {
  const found = (await fileTypeFromBuffer(head))?.mime
  return only.find((type) => type === found)
}
/** The next piece of what is sent, or that the sender has gone. */
const pieceOf = (body: AsyncIterator<Uint8Array>) => body.next().catch(() => 'gone' as const)
const tooLarge = (limit: number) => refuse('file_too_large', { params: { limit: Math.round(limit / MB) || 1 } })
const largestOf = ({ only = EVERYTHING, limits = LIMITS }: Keeping) => Math.max(...only.map((type) => limits[type]))

async function receive(body: AsyncIterator<Uint8Array>, file: FileHandle, keeping: Keeping): Promise<Outcome<Stored, StoreRefusal>> {
  const { only = EVERYTHING, announced, limits = LIMITS } = keeping
  const hash = createHash('sha256')
  let byteCount = 0
  let head: Uint8Array = Buffer.alloc(0)
  let mediaType: MediaType | undefined
  let limit = largestOf(keeping)
  for (;;) {
    const piece = await pieceOf(body)
    if (piece === 'gone') return refuse('upload_cut_off')
    const bytes = piece.done ? Buffer.alloc(0) : piece.value
    byteCount += bytes.byteLength
    if (piece.done && byteCount === 0) return refuse('file_empty')
    if (piece.done && typeof announced === 'number' && byteCount !== announced) return refuse('upload_cut_off')
    if (!mediaType) {
      head = Buffer.concat([head, bytes])
      if (head.byteLength < HEAD && !piece.done) continue
      mediaType = await kindOf(head, only)
      if (!mediaType) return refuse('file_type_unknown')
      limit = limits[mediaType]
      hash.update(head)
      await file.appendFile(head)
    } else {
      hash.update(bytes)
      await file.appendFile(bytes)
    }
    if (Math.max(byteCount, announced ?? 0) > limit) return tooLarge(limit)
    if (piece.done) return ok({ sha256: hash.digest('hex'), byteCount, mediaType })
  }
}

const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code))

/**
 * Keeps what is sent under the SHA-256 of its bytes, so that equal files are kept once. When this answers, the bytes are
 * safe on the disk; the row in `files` comes after, in the act that refers to it (`noteFile`). Whatever is refused or cut
 * off leaves nothing. The kind is read from the bytes, never from the name. Refusals: file_empty, file_type_unknown,
 * file_too_large {limit in MB}, upload_cut_off, store_full.
 */
export async function keepFile(body: AsyncIterable<Uint8Array>, keeping: Keeping = {}): Promise<Outcome<Stored, StoreRefusal>> {
  const { announced, directory = storeDirectory() } = keeping
  if (announced && announced > largestOf(keeping)) return tooLarge(largestOf(keeping))
  const incoming = incomingIn(directory)
  const temporary = join(incoming, randomUUID())
  const pieces = body[Symbol.asyncIterator]()
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const disk = await statfs(incoming)
    if (disk.bavail * disk.bsize < RESERVE + (announced ?? 0)) return refuse('store_full')
    const file = await open(temporary, 'wx', 0o440)
    try {
      const received = await receive(pieces, file, keeping)
      if (!received.ok) return received
      await file.sync()
      await place(temporary, received.value.sha256, directory)
      return received
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isFull(error)) return refuse('store_full')
    throw error
  } finally {
    await rm(temporary, { force: true })
    await pieces.return?.().catch(() => {})
  }
}

export const isKept = (sha256: string, directory = storeDirectory()) =>
  stat(pathOf(sha256, directory)).then(
    ({ size }) => size,
    () => null,
  )

/** The bytes of a kept file from `start` to `end`, both included; throws when the file is not there. */
export async function readFile(
  sha256: string,
  { start, end }: { start?: number; end?: number } = {},
  directory = storeDirectory(),
): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(pathOf(sha256, directory), 'r')
  return Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream<Uint8Array>
}
