import { Bell } from 'lucide-react'
import { bandLink } from '@/app/_components/shell/preferences'
import { Link } from '@/app/_ui/link'
import type { Words } from '@/lib/i18n/catalogue'

/** The way to one's notices, and how many are unread. */
export function NoticeBell({ unread, words: w }: { unread: number; words: Words['notice'] }) {
  return (
    <Link
      href="/notice"
      aria-label={unread > 0 ? w.bell(w.many(unread)) : w.bellNone}
      className={`${bandLink} relative min-w-11 justify-center`}
    >
      <Bell aria-hidden="true" size={18} strokeWidth={1.75} />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-bar-ink px-1 text-center text-12 leading-4.5 font-bold text-bar"
        >
          {w.many(unread)}
        </span>
      )}
    </Link>
  )
}
