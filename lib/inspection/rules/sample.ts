// The sample of a day: the first k of the frozen frame by SHA-256(seed‖id). Frame and seed are fixed by their hashes before anyone
// inspects anything; the seed follows the next day, so that everybody can draw the sample again.
import { createHash } from 'node:crypto'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A frame as the file that is published: one opaque id a line, in order, with a newline at the end. */
export const frameText = (ids: readonly string[]) =>
  ids
    .toSorted()
    .map((id) => `${id}\n`)
    .join('')

/** The first `size` ids by SHA-256 of the seed followed by the id. */
export const sampleOf = (ids: readonly string[], seed: string, size: number): string[] =>
  ids
    .map((id) => ({ id, rank: sha256(seed + id) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)

/** What is printed beside a sample, so that anyone draws it again: with the usual tools of a shell, and with Node alone. */
export const shellCommand = (file: string, seed: string, size: number) =>
  `while read -r id; do printf '%s%s' ${seed} "$id" | sha256sum | awk -v id="$id" '{ print $1, id }'; done < ${file} | LC_ALL=C sort | head -n ${size} | awk '{ print $2 }'`
export const nodeCommand = (file: string, seed: string, size: number) =>
  `node -e 'const h=t=>require("crypto").createHash("sha256").update(t).digest("hex");console.log(require("fs").readFileSync("${file}","utf8").trim().split("\\n").map(i=>h("${seed}"+i)+" "+i).sort().slice(0,${size}).map(l=>l.slice(65)).join("\\n"))'`
export const hashCommand = (file: string) => `sha256sum ${file}`
export const seedCommand = (seed: string) => `printf '%s' ${seed} | sha256sum`
/** The name under which a frame is downloaded. */
export const frameFile = (number: string, day: string) => `${number}-${day}.txt`
