// 时码: where in an episode, and how long an episode is, as people type it in full or half width.

/** Full-width forms as half-width ones, character by character, so that positions stay. */
export const halfWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))

const HOUR = 3600
const TIMECODE = String.raw`(?:(\d{1,2}):)?(\d{1,3}):(\d{2})`
const WHOLE_TIMECODE = new RegExp(`^${TIMECODE}$`)

/** `00:41`, `75:10` or `1:02:03` in seconds; nothing when it is no timecode. */
export function parseTimecode(text: string): number | undefined {
  const parts = WHOLE_TIMECODE.exec(halfWidth(text).trim())
  if (!parts) return undefined
  const [hours, minutes, seconds] = [Number(parts[1] ?? 0), Number(parts[2]), Number(parts[3])]
  return seconds < 60 && (parts[1] === undefined || minutes < 60) ? hours * HOUR + minutes * 60 + seconds : undefined
}

const two = (count: number) => String(count).padStart(2, '0')
/** Whole seconds as `00:41`, from an hour on as `1:02:03`. */
export function formatTimecode(seconds: number) {
  const [hours, rest] = [Math.floor(seconds / HOUR), seconds % HOUR]
  const clock = `${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  return hours > 0 ? `${hours}:${clock}` : clock
}

export type Span = { start: number; end: number | null }
export type SpanFault = 'not_understood' | 'end_before_start'

/** `00:41–01:08`, any dash or 至 between; `00:41` alone is one point in time. */
export function parseSpan(text: string): Span | SpanFault {
  const [from = '', to, ...more] = halfWidth(text).split(/\s*(?:[-–—−~～至到]|->)\s*/)
  const start = parseTimecode(from)
  const end = to === undefined ? null : parseTimecode(to)
  if (start === undefined || end === undefined || more.length > 0) return 'not_understood'
  return end !== null && end < start ? 'end_before_start' : { start, end }
}

/** `00:41–01:08`, or the one point in time. */
export const formatSpan = ({ start, end }: Span) =>
  end === null || end === start ? formatTimecode(start) : `${formatTimecode(start)}–${formatTimecode(end)}`

const AMOUNT = String.raw`\d+(?:\.\d+)?`
const MINUTES = "(?:分钟?|minutes?|mins?|m|['′’])"
const SECONDS = '(?:秒钟?|seconds?|secs?|s|["″”])'
/** The source of an expression for a length that says its unit; no group of it captures. */
export const LENGTH = String.raw`(?:(?:\d{1,2}:)?\d{1,3}:\d{2}|${AMOUNT} ?${MINUTES}(?: ?\d+ ?${SECONDS}?)?|${AMOUNT} ?${SECONDS})`
const WORDED = new RegExp(`^(?:(${AMOUNT}) ?${MINUTES})? ?(?:(${AMOUNT}) ?${SECONDS}?)?$`, 'i')

/** `90 s`, `1分30秒`, `1.5 分钟`, `01:30` or plain seconds, in whole seconds; nothing when it is no length. */
export function parseLength(text: string): number | undefined {
  const plain = halfWidth(text).trim().replace(/\s+/g, ' ')
  if (/^\d{1,2}:|:\d{2}$/.test(plain)) return parseTimecode(plain)
  const parts = plain === '' ? null : WORDED.exec(plain)
  return parts ? Math.round(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0)) : undefined
}
