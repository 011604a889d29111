import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'
import { catalogues } from './lib/i18n/catalogue'
import { askedOnce } from './lib/kernel/address'

const READS = ['GET', 'HEAD', 'OPTIONS']

/** What a browser sends for a page of another site is nobody's form; Next would answer it with a fault. */
function refuseForeign(request: NextRequest) {
  const origin = request.headers.get('origin')
  if (READS.includes(request.method) || origin === null || env().origins.includes(origin)) return
  const locale = request.cookies.get('locale')?.value === 'en' ? 'en' : 'zh-CN'
  const { foreign, foreignNext } = catalogues[locale].form
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${foreign}</title><h1>${foreign}</h1><p>${foreignNext}</p></html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  }
  return new NextResponse(page, { status: 403, headers })
}

/** The same address, with each name once in what it asks: pages and files read an address in this form alone. */
function settle({ nextUrl }: NextRequest) {
  const asked = askedOnce(nextUrl.pathname, nextUrl.searchParams)
  if (!asked) return
  const address = nextUrl.clone()
  address.search = asked.toString()
  return NextResponse.redirect(address)
}

/** Headers for every page: scripts only by this request's nonce. Who may see or do what is decided behind it, never here. */
export function proxy(request: NextRequest) {
  const answered = refuseForeign(request) ?? settle(request)
  if (answered) return answered
  const nonce = btoa(crypto.randomUUID())
  const dev = env().development
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-portal-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  if (env().origins.every((origin) => origin.startsWith('https:')))
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

// Next reads at most 10 MB of a body that passes here, so what takes files stands beside it and sets its own headers.
export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|api/health|api/evidence|api/poster|api/rectification|api/sheet).*)'],
}
