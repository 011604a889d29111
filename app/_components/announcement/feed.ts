import 'server-only'
import { called } from '@/app/_components/organization/called'
import { published } from '@/app/_server/locale'
import { ourOrigin } from '@/app/_server/origin'
import { reader } from '@/app/_server/session'
import { publishedAnnouncements } from '@/lib/announcement/queries'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)
// Characters that XML 1.0 cannot hold.
const plain = (text: string) => escaped(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))

/** The published announcements as an Atom feed (RFC 4287), newest first; in their own language, whoever asks. */
export async function feed(): Promise<Response> {
  const { actor } = await reader()
  const { rows, names, now } = await look(actor, async (tx, at) => {
    const page = await publishedAnnouncements(tx)
    return {
      rows: page.rows,
      names: await organizationNames(
        tx,
        page.rows.map(({ issuerId }) => issuerId),
      ),
      now: at,
    }
  })
  const {
    language,
    words: { announcement },
    format: f,
  } = published
  const name = await called(language)
  const base = ourOrigin()
  const entries = rows.map(
    ({ id, number, title, issue, issuerId, publishedAt }) => `  <entry>
    <id>urn:uuid:${id}</id>
    <title>${plain(`${title} · ${announcement.issue(f.count(issue ?? 0))}`)}</title>
    <updated>${publishedAt!.toISOString()}</updated>
    <author><name>${plain(name(names.get(issuerId)))}</name></author>
    <link rel="alternate" href="${escaped(`${base}/c/${number}`)}"/>
  </entry>`,
  )
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escaped(`${base}/announcement`)}</id>
  <title>${plain(announcement.public.title)}</title>
  <updated>${(rows[0]?.publishedAt ?? now).toISOString()}</updated>
  <link rel="self" href="${escaped(`${base}/announcement/feed`)}"/>
${entries.join('\n')}
</feed>
`
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=60' } })
}
