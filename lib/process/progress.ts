/** Between two lines where nobody watches. */
const LINE_EVERY = 10_000
const REDRAW_EVERY = 200

type Out = { isTTY?: boolean; columns?: number; write: (text: string) => unknown }
export type Progress = { at: (done: number) => void; end: () => void }

const whole = (n: number) => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',')
function span(seconds: number) {
  const left = Math.ceil(seconds)
  return left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${String(left % 60).padStart(2, '0')} s`
}

/** How far a work has come, as it is said: `Loading: 1,200 of 5,000 rows, 400 a second, 10 s left`. */
export function standing(label: string, unit: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const pace = rate > 0 && done < total ? `, ${whole(rate)} a second, ${span((total - done) / rate)} left` : ''
  return `${label}: ${whole(done)} of ${whole(total)} ${unit}${pace}`
}

/** Says how far a long work has come: on a terminal one line that is written over, elsewhere a line now and then and the last. */
export function progressOf(
  label: string,
  unit: string,
  total: number,
  out: Out = process.stdout,
  clock = () => performance.now(),
): Progress {
  const began = clock()
  let [said, last] = [Number.NEGATIVE_INFINITY, 0]
  const say = (done: number) => {
    said = clock()
    const line = standing(label, unit, done, total, (said - began) / 1000)
    out.write(out.isTTY ? `\r\u001b[2K${line.slice(0, Math.max(20, (out.columns ?? 80) - 1))}` : `${line}\n`)
  }
  return {
    at: (done) => {
      last = done
      if (clock() - said >= (out.isTTY ? REDRAW_EVERY : LINE_EVERY)) say(done)
    },
    end: () => {
      say(last)
      if (out.isTTY) out.write('\n')
    },
  }
}
