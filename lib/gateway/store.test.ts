import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { IMAGES, incomingIn, keepFile, LIMITS, pathOf, readFile } from './store'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const START = {
  png: Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  webp: Buffer.concat([Buffer.from('RIFF'), Buffer.from('24000000', 'hex'), Buffer.from('WEBPVP8 ')]),
  pdf: Buffer.from('%PDF-1.7\n'),
  mp4: Buffer.concat([
    Buffer.from('00000020', 'hex'),
    Buffer.from('ftypisom'),
    Buffer.from('00000200', 'hex'),
    Buffer.from('isomiso2avc1mp41'),
  ]),
}
const filled = (start: Buffer, size = 6000) => Buffer.concat([start, Buffer.alloc(Math.max(0, size - start.length), 0x2a)])
async function* sent(bytes: Buffer, piece = 1000) {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
const left = () => readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

test.for([
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['pdf', 'application/pdf'],
  ['mp4', 'video/mp4'],
] as const)('%s is kept under the hash of its bytes, readable by its owner alone', async ([kind, mediaType]) => {
  const bytes = filled(START[kind])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await keepFile(sent(bytes), { directory, announced: bytes.length })).toEqual({
    ok: true,
    value: { sha256, byteCount: bytes.length, mediaType },
  })
  expect(readFileSync(pathOf(sha256, directory)).equals(bytes)).toBe(true)
  expect(statSync(pathOf(sha256, directory)).mode & 0o777).toBe(0o440)
  expect(readdirSync(incomingIn(directory))).toEqual([])
})

test('all bytes are on the disk before the file has its name, and the names before it is said to be kept', async () => {
  const probe = await open(directory, 'r')
  const handles = Object.getPrototypeOf(probe) as FileHandle
  await probe.close()
  const bytes = filled(START.png)
  const path = pathOf(createHash('sha256').update(bytes).digest('hex'), directory)
  const { sync } = handles
  const synced: string[] = []
  const spy = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    const now = await this.stat()
    await sync.call(this)
    synced.push(`${now.isFile() ? `${now.size} bytes` : 'a folder'}, ${existsSync(path) ? 'named' : 'not yet named'}`)
  })
  onTestFinished(() => spy.mockRestore())
  expect(await keepFile(sent(bytes), { directory })).toMatchObject({ ok: true })
  expect(synced).toEqual([`${bytes.length} bytes, not yet named`, ...Array(3).fill('a folder, named')])
})

test('the same bytes are kept once, whoever sends them at the same time', async () => {
  const kept = await Promise.all(Array.from({ length: 20 }, () => keepFile(sent(filled(START.png)), { directory })))
  expect(new Set(kept.map((one) => one.ok && one.value.sha256)).size).toBe(1)
  expect(left()).toHaveLength(1)
})

test('a part is read without the rest', async () => {
  const kept = await keepFile(sent(filled(START.pdf)), { directory })
  const part = await readFile(kept.ok ? kept.value.sha256 : '', { start: 1, end: 3 }, directory)
  expect(await new Response(part).text()).toBe('PDF')
})

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const hostile: [name: string, bytes: Buffer][] = [
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a picture with scripts', svg],
  ['a picture with scripts behind an XML head', Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg])],
  ['an animation', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['a program', filled(Buffer.from('7f454c460201010000000000000000000200', 'hex'))],
  ['an archive', filled(Buffer.from('504b0304140000000800', 'hex'))],
  ['a film of another kind', filled(Buffer.concat([Buffer.from('00000014', 'hex'), Buffer.from('ftypqt  '), Buffer.alloc(8)]))],
  ['text', Buffer.from('image/png')],
  ['a picture whose first byte is missing', filled(START.png).subarray(1)],
  ['a page that hides a picture behind it', Buffer.concat([Buffer.from('<html>'), filled(START.png)])],
  ['random bytes', createHash('sha512').update('seed').digest()],
]
test.for(hostile)('%s is refused and leaves nothing', async ([, bytes]) => {
  expect(await keepFile(sent(bytes), { directory })).toEqual({ ok: false, code: 'file_type_unknown' })
  expect(left()).toEqual([])
})

const small = { ...LIMITS, 'image/png': 5000, 'application/pdf': 8000 }
test.for([
  ['nothing', Buffer.alloc(0), {}, 'file_empty'],
  ['a picture over its own limit, though a film may be larger', filled(START.png, 5001), { limits: small }, 'file_too_large'],
  ['what is announced too large, before it is read', filled(START.png), { announced: 10 ** 9 }, 'file_too_large'],
  ['what is announced larger than its kind may be', filled(START.pdf), { announced: 60 * 2 ** 20 }, 'file_too_large'],
  ['less than was announced', filled(START.png), { announced: 7000 }, 'upload_cut_off'],
  ['more than was announced', filled(START.png), { announced: 5500 }, 'upload_cut_off'],
  ['a film where only pictures are taken', filled(START.mp4), { only: IMAGES }, 'file_type_unknown'],
] as const)('%s is refused and leaves nothing', async ([, bytes, keeping, code]) => {
  expect(await keepFile(sent(bytes), { directory, ...keeping })).toMatchObject({ ok: false, code })
  expect(left()).toEqual([])
})

test('a sender who goes away leaves nothing', async () => {
  async function* broken() {
    yield filled(START.mp4)
    throw new Error('aborted')
  }
  expect(await keepFile(broken(), { directory })).toEqual({ ok: false, code: 'upload_cut_off' })
  expect(left()).toEqual([])
})

test('what is too large is not read to its end', async () => {
  let pieces = 0
  async function* endless() {
    yield filled(START.png)
    for (;;) {
      pieces += 1
      yield Buffer.alloc(1000)
    }
  }
  expect(await keepFile(endless(), { directory, limits: { ...LIMITS, 'image/png': 20_000 } })).toMatchObject({
    ok: false,
    code: 'file_too_large',
  })
  expect(pieces).toBeLessThan(20)
})
