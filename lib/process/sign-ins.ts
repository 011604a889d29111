import { creators, DEMONSTRATION_PASSWORD, officials, type Person, platforms } from '@/db/seed/people'
import { DUTIES_OF } from '@/lib/kernel/actor'

/** One or two of each kind, as the README shows them: where they work, by address. */
const SHOWN: Record<string, string> = {
  'zhou.min@nrta.example': '总局',
  'gao.yuan@nrta.example': '总局',
  'chen.li@beijing.example': '北京局',
  'he.qing@zhejiang.example': '浙江局',
  'fang.zheng@cnsa.example': '协会',
  'compliance@kuaishou.example': '快手',
  'compliance@douyin.example': '抖音',
  'he.shan@douyin.example': '抖音',
  'wu.tong@yehang.example': '北京夜航',
  'lin.zhi@qinghe.example': '杭州青禾',
}
/** Who applied for an organization holds every duty in it. */
const founders = [
  ...platforms.map(({ contact }) => ({ ...contact, duties: DUTIES_OF.platform })),
  ...creators.map(({ contact }) => ({ ...contact, duties: DUTIES_OF.creator })),
]
const everybody: Person[] = [...Object.values(officials).flat(), ...founders, ...platforms.flatMap(({ colleagues = [] }) => colleagues)]

/** Chinese characters are two columns wide. */
const column = (text: string, width: number) => text + ' '.repeat(width - text.length - (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0))
const called = (duty: string) => (duty === 'admin' ? 'administrator' : duty.slice(duty.indexOf('.') + 1))

/** With whose address and which password one looks around in the demonstration. */
export function signIns(): string {
  const lines = Object.entries(SHOWN).map(([address, place]) => {
    const person = everybody.find(({ email }) => email === address)
    if (!person) throw new Error(`nobody in the demonstration has the address ${address}`)
    return `  ${column(address, 29)}${column(`${place} ${person.name}`, 16)}${person.duties.map(called).join(', ')}`
  })
  return [`Sign in to the demonstration with the password ${DEMONSTRATION_PASSWORD} as`, ...lines].join('\n')
}
