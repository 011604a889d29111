// 咨询答复的公开: what is general is published without anything that tells who asked.
import type { Fault } from '../kernel/outcome'
import { fold } from '../matching/rules/fold'

/** Who asked, in all the words by which one could tell. */
export type Asker = { organization: string; members: readonly string[]; workTitle: string | null }
type Texts = Record<'title' | 'question' | 'answer', string>

const PLACE = /^.{2,7}?(?:省|市|自治区)/
const LEGAL_FORM = /(?:有限责任公司|股份有限公司|有限公司|集团|工作室|中心|公司)$/
const TRADE = /(?:文化传媒|影视文化|文化|传媒|影视|传播|科技|网络|制作|国际|娱乐)+$/
const LEAST = 2

/** 北京夜航文化传媒有限公司 is told by its whole name, without its legal form, and by the word that is its own. */
function namesOf(organization: string): string[] {
  const short = organization.replace(LEGAL_FORM, '')
  const local = short.replace(PLACE, '').replace(/^(?:北京|上海|天津|重庆|杭州|广州|深圳|成都|西安|南京|武汉|长沙)/, '')
  return [organization, short, local.replace(TRADE, '')]
}

const CONTACT = /[\w.+-]+@[\w-]+\.\w+|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)/

/** Each place of the public text that tells who asked, or how to reach them. */
export function tells(texts: Texts, { organization, members, workTitle }: Asker): Fault[] {
  const names = [...new Set([...namesOf(organization), ...members, ...(workTitle ? [workTitle] : [])])].filter(
    (name) => [...fold(name)].length >= LEAST,
  )
  return (Object.entries(texts) as [keyof Texts, string][]).flatMap(([field, text]): Fault[] => {
    const folded = fold(text)
    const named = names.find((name) => folded.includes(fold(name)))
    if (named) return [{ field, code: 'tells_asker', params: { name: named } }]
    return CONTACT.test(text.normalize('NFKC')) ? [{ field, code: 'tells_contact' }] : []
  })
}
