import {
  AppWindow,
  Ban,
  BookOpen,
  Building2,
  ChartColumn,
  Clapperboard,
  Clock,
  FileClock,
  FileSpreadsheet,
  Flag,
  Gavel,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessageCircleQuestion,
  Scale,
  ScanEye,
  ScrollText,
  Target,
  User,
  Wrench,
} from 'lucide-react'
import { Shape } from '@/app/_ui/shape'
import type { Words } from '@/lib/i18n/catalogue'
import type { ItemName, NavigationGroup } from './navigation'
import { SidebarLink } from './sidebar-link'

const icons: Record<ItemName, LucideIcon> = {
  overview: ChartColumn,
  queue: Inbox,
  violation: Flag,
  monitoring: Flag,
  blacklist: Ban,
  takedown: Clock,
  rectification: Wrench,
  penalty: Gavel,
  subject: AppWindow,
  registration: Clapperboard,
  programme: Clapperboard,
  drama: Clapperboard,
  case: Scale,
  inspection: ScanEye,
  batch: FileSpreadsheet,
  biweekly: FileClock,
  campaign: Target,
  announcement: Megaphone,
  guidance: BookOpen,
  consultation: MessageCircleQuestion,
  organization: Building2,
  rulebook: ScrollText,
  member: User,
}

export type QueueCount = { count: number; overdue: number }

/** The nouns of one's own kind of organization, in headed groups. */
export function Sidebar({ groups, queue, words }: { groups: NavigationGroup[]; queue?: QueueCount; words: Words['shell'] }) {
  return (
    <>
      {groups.map(({ name: group, items }) => (
        <div key={group}>
          <p className="px-5 pt-4 pb-1 text-12 text-ink-3">{words.group[group]}</p>
          <ul>
            {items.map((item) => {
              const Icon = icons[item.name]
              return (
                <li key={item.name}>
                  <SidebarLink item={item}>
                    <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
                    {words.item[item.name]}
                    {item.name === 'queue' && queue && <Count {...queue} words={words} />}
                  </SidebarLink>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </>
  )
}

/** Counted up to a hundred. */
const bounded = (count: number) => (count > 99 ? '99+' : count)

function Count({ count, overdue, words }: QueueCount & { words: Words['shell'] }) {
  return (
    <span className="ml-auto inline-flex items-center gap-3 text-12 font-normal text-ink-2">
      {overdue > 0 && (
        <span className="inline-flex items-center gap-1 font-bold text-overdue">
          <Shape tone="overdue" size={13} />
          <span aria-hidden="true">{bounded(overdue)}</span>
          <span className="sr-only">{words.overdueCases(overdue)}</span>
        </span>
      )}
      {count > 0 && (
        <>
          <span aria-hidden="true">{bounded(count)}</span>
          <span className="sr-only">{words.waitingCases(count)}</span>
        </>
      )}
    </span>
  )
}
