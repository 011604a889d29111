import { fileTypeFromBuffer } from 'file-type'
import { expect, test } from 'vitest'
import { evidenceFile, posterFile } from './files'

test('evidence is of the kind that its name says, small, and always the same', async () => {
  for (const [name, mime] of [
    ['第12集.mp4', 'video/mp4'],
    ['监看单.pdf', 'application/pdf'],
    ['截图.png', 'image/png'],
  ] as const) {
    const bytes = evidenceFile(name, 'yeyan')
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(mime)
    expect(bytes.length).toBeLessThan(200_000)
    expect(evidenceFile(name, 'yeyan').equals(bytes)).toBe(true)
    expect(evidenceFile(name, 'kuanglong').equals(bytes)).toBe(false)
  }
  expect((await fileTypeFromBuffer(posterFile(28)))?.mime).toBe('image/png')
})

test('the table of a PDF points at its objects', () => {
  const text = evidenceFile('a.pdf', 'b').toString('latin1')
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  expect(offsets.map((offset, at) => text.startsWith(`${at + 1} 0 obj`, offset))).toEqual([true, true, true, true, true])
  expect(text.startsWith('xref', Number(/startxref\n(\d+)/.exec(text)![1]))).toBe(true)
})

test('a film is a run of boxes whose pictures lie where its table says', () => {
  const film = evidenceFile('a.mp4', 'b')
  const boxes: string[] = []
  for (let at = 0; at < film.length; at += film.readUInt32BE(at)) boxes.push(film.toString('latin1', at + 4, at + 8))
  expect(boxes).toEqual(['ftyp', 'moov', 'mdat'])
  const table = film.indexOf('stco')
  const first = film.readUInt32BE(table + 12)
  expect(film.toString('latin1', first - 4, first)).toBe('mdat')
  const sizes = film.indexOf('stsz')
  const count = film.readUInt32BE(sizes + 12)
  let at = first
  for (let picture = 0; picture < count; picture += 1) {
    expect(film.readUInt32BE(at) + 4).toBe(film.readUInt32BE(sizes + 16 + picture * 4))
    at += film.readUInt32BE(at) + 4
  }
  expect([count, at]).toEqual([8, film.length])
})
