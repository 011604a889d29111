import { spawn } from 'node:child_process'
import { FILE_MAX, type Grid, type GridRefusal } from '../batch/rules/grid'
import { type Outcome, refuse } from '../kernel/outcome'
import { readPlainTable } from './plain-table'
import { readWorkbook } from './workbook'

const startsWith = (bytes: Buffer, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)
/** Kinds of file that are no table, by how they begin: pictures, PDF, other archives, programs. */
const OTHERS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x25, 0x50, 0x44, 0x46],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90],
]

/** Whatever was sent, as a grid or a refusal; told by its bytes, never by its name. */
export async function gridOf(bytes: Buffer): Promise<Outcome<Grid, GridRefusal>> {
  if (bytes.length === 0) return refuse('file_empty')
  if (bytes.length > FILE_MAX) return refuse('file_too_large', { params: { limit: FILE_MAX / 1024 ** 2 } })
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('file_old_or_locked')
  if (OTHERS.some((head) => startsWith(bytes, ...head))) return refuse('file_not_a_table')
  return readPlainTable(bytes)
}

export type Confinement = { heapMegabytes: number; seconds: number }
const CONFINED: Confinement = { heapMegabytes: 320, seconds: 20 }
const ANSWER_MAX = 64 * 1024 ** 2

function readApart(bytes: Buffer, { heapMegabytes, seconds }: Confinement): Promise<Outcome<Grid, GridRefusal>> {
  return new Promise((answer, fail) => {
    const reader = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', 'lib/process/read-sheet.ts'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Nothing of the portal's settings: what reads strangers' files needs no secrets.
      env: { NODE_ENV: 'production' },
    })
    const said: Buffer[] = []
    let [heard, late] = [0, false]
    const patience = setTimeout(() => {
      late = true
      reader.kill('SIGKILL')
    }, seconds * 1000)
    reader.stdout.on('data', (piece: Buffer) => {
      heard += piece.length
      if (heard > ANSWER_MAX) reader.kill('SIGKILL')
      else said.push(piece)
    })
    reader.stdin.on('error', () => {})
    reader.once('error', fail)
    reader.once('close', (code) => {
      clearTimeout(patience)
      if (late) return answer(refuse('file_takes_too_long'))
      if (code !== 0) return answer(refuse('file_too_heavy'))
      try {
        answer(JSON.parse(Buffer.concat(said).toString('utf8')) as Outcome<Grid, GridRefusal>)
      } catch (error) {
        fail(error)
      }
    })
    reader.stdin.end(bytes)
  })
}

const AT_ONCE = 2
let reading = 0
const queue: (() => void)[] = []

/**
 * Reads a stranger's spreadsheet in a process of its own, with a limited heap and a limited time, two at once. Whatever the file
 * is, an answer comes: the grid, or why there is none. Refusals: those of `GRID_REFUSALS`.
 */
export async function readSheet(bytes: Buffer, confinement: Confinement = CONFINED): Promise<Outcome<Grid, GridRefusal>> {
  if (reading >= AT_ONCE) await new Promise<void>((turn) => queue.push(turn))
  reading += 1
  try {
    return await readApart(bytes, confinement)
  } finally {
    reading -= 1
    queue.shift()?.()
  }
}
