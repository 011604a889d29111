import type { ReactNode } from 'react'
import { hasChinese } from './chinese'

/** A Chinese proper name; on an English page it must be read and set as Chinese. */
export function Zh({ children }: { children: ReactNode }) {
  return <span lang="zh-CN">{children}</span>
}

/** A proper name in whichever script it is written; on an English page a Chinese one is marked as Chinese. */
export function Name({ children }: { children: string }) {
  return <span lang={hasChinese(children) ? 'zh-CN' : undefined}>{children}</span>
}

/** A number exactly as issued: no added spaces, never broken; one with Chinese in it is read as Chinese. */
export function Official({ children }: { children: ReactNode }) {
  const isChinese = [children].flat().some((part) => typeof part === 'string' && hasChinese(part))
  return (
    <span className="official" lang={isChinese ? 'zh-CN' : undefined}>
      {children}
    </span>
  )
}

/** No value. Where it says no more than that, the card of a narrow screen leaves it out. */
export function Nothing({ children }: { children?: ReactNode }) {
  return (
    <span className="text-ink-3" data-nothing={children ? undefined : ''}>
      {children ?? '—'}
    </span>
  )
}
