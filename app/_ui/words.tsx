import type { ReactNode } from 'react'

const HAN = /\p{Script=Han}/u
const HAN_RUN = /([《〈“（]*\p{Script=Han}(?:[\p{Script=Han}\p{N}，。；：、！？《》〈〉“”（）·\s]*[\p{Script=Han}》〉”）。！？])?)/u

/** A Chinese proper name; on an English page it must be read and set as Chinese. */
export function Zh({ children }: { children: ReactNode }) {
  return <span lang="zh-CN">{children}</span>
}

/** A proper name in whichever script it is written; on an English page a Chinese one is marked as Chinese. */
export function Name({ children }: { children: string }) {
  return <span lang={HAN.test(children) ? 'zh-CN' : undefined}>{children}</span>
}

/** Words of the reader's language with Chinese ones among them, as a quotation or a title; each run of Chinese is marked as such. */
export function Mixed({ children }: { children: string }) {
  return children.split(HAN_RUN).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place
    HAN.test(part) ? <Zh key={at}>{part}</Zh> : part,
  )
}

/** A number exactly as issued: no added spaces, never broken; one with Chinese in it is read as Chinese. */
export function Official({ children }: { children: ReactNode }) {
  const isChinese = [children].flat().some((part) => typeof part === 'string' && HAN.test(part))
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
