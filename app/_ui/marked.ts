import { type ElementType, Fragment, type ReactNode } from 'react'
import { jsx } from 'react/jsx-runtime'
import { hasChinese, markRuns } from './chinese'
import { ChineseHere, WholeHere } from './chinese-here'
import { rendered } from './language'

type Props = { lang?: string; children?: ReactNode }
/** What these hold is text and cannot be marked in parts. */
const WHOLE: readonly unknown[] = ['option', 'title', 'text', 'tspan']
/** What these hold is not the page's: nothing that is read, or the words of whoever types them. */
const UNREAD: readonly unknown[] = ['style', 'script', 'textarea']

const some = (node: ReactNode): boolean => (Array.isArray(node) ? node.some(some) : typeof node === 'string' && hasChinese(node))

function mark(node: ReactNode, key: string, language: string | undefined): ReactNode {
  if (!some(node)) return node
  if (Array.isArray(node)) return node.map((one, at) => mark(one, `${key}.${at}`, language))
  const text = node as string
  return jsx(Fragment, { children: language ? markRuns(text) : jsx(ChineseHere, { text }) }, key)
}

/**
 * All of the portal's JSX passes here: on a page in another language Chinese is marked as Chinese, wherever it stands (WCAG 3.1.2). A
 * name, a title, a number, a quotation is data in any language, so no component has to think of it and none can forget it. What has a
 * `lang` of its own is left as it is, and so is a Chinese page.
 */
export function marked<P>(type: ElementType<P>, props: P): [ElementType<P>, P] {
  const { lang, children } = props as Props
  const isOurs = typeof type === 'string' || type === (Fragment as unknown)
  if (!isOurs || lang !== undefined || children === undefined || UNREAD.includes(type)) return [type, props]
  const chinese = some(children)
  // A choice stays the same element whatever its words are, so that it stays chosen when they change.
  if (!chinese && type !== 'option') return [type, props]
  const { language } = rendered()
  if (language?.startsWith('zh')) return [type, props]
  if (!WHOLE.includes(type)) return [type, { ...props, children: mark(children, 'zh', language) }]
  if (!language) return [WholeHere as unknown as ElementType<P>, { is: type, chinese, props } as P]
  return [type, chinese ? { ...props, lang: 'zh-CN' } : props]
}
