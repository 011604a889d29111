import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Red, green and blue of a hue at this lightness, each 0 to 255. */
export function colour(hue: number, lightness: number): [number, number, number] {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * 0.45
  const channel = (shift: number) => {
    const turn = (shift + hue / 30) % 12
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)) * 0.5))
  }
  return [channel(0), channel(8), channel(4)]
}

const SHADES = 64
const [SUN, FIGURE, GROUND] = [SHADES, SHADES + 1, SHADES + 2]

/** From where to where a row meets a circle. */
function chord(y: number, [atX, atY, radius]: readonly [number, number, number]): [number, number] {
  const half = Math.abs(y - atY) < radius ? Math.sqrt(radius ** 2 - (y - atY) ** 2) : 0
  return [Math.round(atX - half), Math.round(atX + half)]
}

/** A still of light and shade in one hue: a horizon, a sun and two figures, none of which shows anything. */
export function png(width: number, height: number, hue: number): Buffer {
  const row = width + 1
  const raw = Buffer.alloc(height * row)
  const sun = [width * (0.3 + (hue % 50) / 120), height * 0.34, width * 0.16] as const
  for (let y = 0; y < height; y += 1) {
    const paint = (shade: number, [from, to]: readonly [number, number]) => raw.fill(shade, y * row + 1 + from, y * row + 1 + to)
    paint(y > height * 0.78 ? GROUND : Math.floor((y / height) * SHADES), [0, width])
    paint(SUN, chord(y, sun))
    for (const at of [0.4, 0.58]) {
      paint(FIGURE, chord(y, [width * at, height * 0.58, width * 0.055]))
      if (y > height * 0.632) paint(FIGURE, [Math.round(width * (at - 0.085)), Math.round(width * (at + 0.085))])
    }
  }
  const sky = Array.from({ length: SHADES }, (_, at) => colour(hue + (at / SHADES) * 40, 0.66 - (at / SHADES) * 0.3))
  const palette = Buffer.from([...sky, colour(hue, 0.82), colour(hue + 30, 0.16), colour(hue + 35, 0.3)].flat())
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
