/** A page of this portal to lead back to after sign-in; anything else, and the sign-in page itself, is nothing. */
export function backPath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, 'http://portal.invalid')) return
  const { origin, pathname, search } = new URL(text, 'http://portal.invalid')
  if (origin !== 'http://portal.invalid' || pathname.startsWith('//') || /^\/(sign-in|api)(\/|$)/.test(pathname)) return
  return pathname + search
}

/** The sign-in page that leads back to this path. */
export const signInPath = (path: string | null | undefined) => {
  const back = backPath(path)
  return back && back !== '/' ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'
}
