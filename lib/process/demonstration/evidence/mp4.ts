// ISO 14496-12 boxes around ISO 14496-10 (H.264) pictures whose macroblocks are stored as they are (I_PCM), so that no encoder is needed.
import { colour } from './png'

const [WIDE, HIGH] = [6, 8]
const [WIDTH, HEIGHT] = [WIDE * 16, HIGH * 16]
const TIMESCALE = 1000

const uint = (bytes: number, value: number) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}
const box = (type: string, ...parts: (Buffer | readonly number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part))))
  return Buffer.concat([uint(4, body.length + 8), Buffer.from(type, 'latin1'), body])
}
const zeros = (count: number) => Buffer.alloc(count)
const MATRIX = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map((value) => uint(4, value)))

/** Bits as the standard writes them: fixed length, and Exp-Golomb for numbers and signed numbers. */
function bits() {
  let text = ''
  const fixed = (length: number, value: number) => {
    text += value.toString(2).padStart(length, '0')
  }
  const ue = (value: number) => {
    const binary = (value + 1).toString(2)
    text += '0'.repeat(binary.length - 1) + binary
  }
  const se = (value: number) => ue(value > 0 ? 2 * value - 1 : -2 * value)
  const align = (first = '') => {
    text += first
    while (text.length % 8) text += '0'
  }
  const bytes = () => Buffer.from(text.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  return { fixed, ue, se, align, bytes }
}

/** A unit of the stream: its kind before it, and no three bytes in it that would look like a start. */
function unit(kind: number, payload: Buffer) {
  const out = [kind]
  let zeroCount = 0
  for (const byte of payload) {
    if (zeroCount === 2 && byte <= 3) {
      out.push(3)
      zeroCount = 0
    }
    zeroCount = byte === 0 ? zeroCount + 1 : 0
    out.push(byte)
  }
  return Buffer.from(out)
}

function sequence() {
  const b = bits()
  for (const byte of [66, 0xc0, 30]) b.fixed(8, byte)
  for (const value of [0, 0, 2, 1]) b.ue(value)
  b.fixed(1, 0)
  b.ue(WIDE - 1)
  b.ue(HIGH - 1)
  for (const flag of [1, 1, 0, 0]) b.fixed(1, flag)
  b.align('1')
  return unit(0x67, b.bytes())
}
function parameters() {
  const b = bits()
  for (const value of [0, 0]) b.ue(value)
  for (const flag of [0, 0]) b.fixed(1, flag)
  for (const value of [0, 0, 0]) b.ue(value)
  b.fixed(3, 0)
  for (const value of [0, 0, 0]) b.se(value)
  for (const flag of [1, 0, 0]) b.fixed(1, flag)
  b.align('1')
  return unit(0x68, b.bytes())
}

/** One picture: a bar that moves over two shades of a hue, in brightness and the two differences of colour. */
function picture(number: number, count: number, hue: number) {
  const [red, green, blue] = colour(hue, 0.5)
  const limited = (value: number) => Math.max(16, Math.min(235, Math.round(value)))
  const [cb, cr] = [limited(128 - 0.148 * red - 0.291 * green + 0.439 * blue), limited(128 + 0.439 * red - 0.368 * green - 0.071 * blue)]
  const head = bits()
  for (const value of [0, 7, 0]) head.ue(value)
  head.fixed(4, 0)
  head.ue(number % 2)
  for (const flag of [0, 0]) head.fixed(1, flag)
  head.se(0)
  head.ue(1)
  const parts: Buffer[] = []
  const barAt = Math.floor((number / count) * WIDE)
  for (let at = 0; at < WIDE * HIGH; at += 1) {
    const b = at === 0 ? head : bits()
    b.ue(25)
    b.align()
    const [column, row] = [at % WIDE, Math.floor(at / WIDE)]
    const shade = column === barAt ? 205 : 60 + row * 14
    parts.push(b.bytes(), Buffer.alloc(256, limited(shade)), Buffer.alloc(64, cb), Buffer.alloc(64, cr))
  }
  const stream = Buffer.concat([...parts, Buffer.from([0x80])])
  const framed = unit(0x65, stream)
  return Buffer.concat([uint(4, framed.length), framed])
}

/** A short silent film of so many seconds, a picture a second, that every player can open and wind. */
export function mp4(seconds: number, hue: number): Buffer {
  const pictures = Array.from({ length: seconds }, (_, number) => picture(number, seconds, hue))
  const [sps, pps] = [sequence(), parameters()]
  const length = uint(4, seconds * TIMESCALE)
  const sizes = pictures.map((one) => uint(4, one.length))
  const avc = box('avcC', [1, 66, 0xc0, 30, 0xff, 0xe1], uint(2, sps.length), sps, [1], uint(2, pps.length), pps)
  const entry = box(
    'avc1',
    zeros(6),
    uint(2, 1),
    zeros(16),
    uint(2, WIDTH),
    uint(2, HEIGHT),
    uint(4, 0x480000),
    uint(4, 0x480000),
    zeros(4),
    uint(2, 1),
    zeros(32),
    [0, 24, 0xff, 0xff],
    avc,
  )
  const movie = (dataAt: number) => {
    const table = box(
      'stbl',
      box('stsd', zeros(4), uint(4, 1), entry),
      box('stts', zeros(4), uint(4, 1), uint(4, seconds), uint(4, TIMESCALE)),
      box('stsc', zeros(4), uint(4, 1), uint(4, 1), uint(4, seconds), uint(4, 1)),
      box('stsz', zeros(8), uint(4, seconds), ...sizes),
      box('stco', zeros(4), uint(4, 1), uint(4, dataAt)),
    )
    const source = box('dinf', box('dref', zeros(4), uint(4, 1), box('url ', [0, 0, 0, 1])))
    const media = box(
      'mdia',
      box('mdhd', zeros(12), uint(4, TIMESCALE), length, [0x55, 0xc4, 0, 0]),
      box('hdlr', zeros(8), Buffer.from('vide', 'latin1'), zeros(13)),
      box('minf', box('vmhd', [0, 0, 0, 1], zeros(8)), source, table),
    )
    const track = box(
      'tkhd',
      [0, 0, 0, 7],
      zeros(8),
      uint(4, 1),
      zeros(4),
      length,
      zeros(16),
      MATRIX,
      uint(4, WIDTH * 65536),
      uint(4, HEIGHT * 65536),
    )
    const header = box('mvhd', zeros(12), uint(4, TIMESCALE), length, uint(4, 0x10000), [1, 0], zeros(10), MATRIX, zeros(24), uint(4, 2))
    return box('moov', header, box('trak', track, media))
  }
  const kind = box('ftyp', Buffer.from('isom', 'latin1'), uint(4, 512), Buffer.from('isomiso2avc1mp41', 'latin1'))
  const dataAt = kind.length + movie(0).length + 8
  return Buffer.concat([kind, movie(dataAt), box('mdat', ...pictures)])
}
