import { DEMONSTRATION_PASSWORD } from '@/db/seed/people'

const PATIENCE = 15_000
const MARKS: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" }
const read = (text: string) => text.replace(/&(quot|amp|lt|gt|#x27);/g, (mark) => MARKS[mark]!)

/** What the form around `mark` sends besides what is typed: Next's own fields, the key, the case and its version. */
function hiddenIn(page: string, mark: string): [string, string][] | undefined {
  const forms = page.split('<form').map((piece) => piece.split('</form>')[0] ?? '')
  const inputs = forms.find((form) => form.includes(mark))?.match(/<input[^>]*type="hidden"[^>]*>/g)
  return inputs?.map((input) => [read(/name="([^"]*)"/.exec(input)?.[1] ?? ''), read(/value="([^"]*)"/.exec(input)?.[1] ?? '')])
}

/** Somebody at a browser without JavaScript: pages, forms and cookies, no more. */
export function visit(origin: string) {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function ask(path: string, form?: FormData, claimed: string | null = origin) {
    const answer = await fetch(origin + path, {
      method: form ? 'POST' : 'GET',
      ...(form && { body: form }),
      headers: { ...(claimed !== null && { origin: claimed }), cookie: cookies() },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      jar.set(name!, value!)
    }
    return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
  }
  /** The form around `mark` on a page, filled in and ready to be sent, also more than once, and as if from another place or from none. */
  async function fill(path: string, mark: string, typed: Record<string, string>) {
    const { status, page } = await ask(path)
    const hidden = hiddenIn(page, mark)
    if (status !== 200 || !hidden) throw new Error(`${path} answers ${status}${status === 200 ? `, without ${mark}` : ''}`)
    const form = new FormData()
    for (const [name, value] of [...hidden, ...Object.entries(typed)]) form.append(name, value)
    return (claimed?: string | null) => ask(path, form, claimed)
  }
  async function signIn(email: string) {
    const send = await fill('/sign-in', 'name="password"', { email, password: DEMONSTRATION_PASSWORD })
    const { status, to } = await send()
    if (status !== 303) throw new Error(`${email} is not let in: ${status} ${to}`)
  }
  return { ask, fill, signIn, cookies }
}
export type Visitor = ReturnType<typeof visit>
