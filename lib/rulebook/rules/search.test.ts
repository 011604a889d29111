import { expect, test } from 'vitest'
import type { ViolationItem } from './book'
import { type ItemQuery, itemsFitting } from './search'

const row = (over: Partial<ViolationItem>) =>
  ({
    parent: null,
    defaultSeverity: null,
    appliesTo: [],
    cnsaItems: [],
    order16Articles: [],
    otherBasisZh: null,
    otherBasisEn: null,
    ...over,
  }) as unknown as ViolationItem
const taxonomy = [
  row({ code: 'V01', zh: '政治', en: 'Politics' }),
  row({
    code: 'V01-01',
    parent: 'V01',
    zh: '分裂国家',
    en: 'Separatism',
    defaultSeverity: 4,
    appliesTo: ['drama'],
    order16Articles: ['25.2'],
  }),
  row({ code: 'V10', zh: '规避监管', en: 'Evasion' }),
  row({ code: 'V10-01', parent: 'V10', zh: '改名换皮再上架', en: 'Reskinned', defaultSeverity: 4, appliesTo: ['drama', 'mini_program'] }),
  row({ code: 'V10-02', parent: 'V10', zh: '换马甲', en: 'Other account', defaultSeverity: 3, appliesTo: ['account'] }),
]
const found = (query: ItemQuery) => itemsFitting({ taxonomy }, query).flatMap(({ items }) => items.map(({ code }) => code))

test.for<[ItemQuery, string[]]>([
  [{}, ['V01-01', 'V10-01', 'V10-02']],
  [{ q: '换皮' }, ['V10-01']],
  [{ q: 'ｖ10-02' }, ['V10-02']],
  [{ q: 'other ACCOUNT' }, ['V10-02']],
  [{ q: '第25.2条' }, ['V01-01']],
  [{ q: '规避' }, ['V10-01', 'V10-02']],
  [{ severity: '4', target: 'mini_program' }, ['V10-01']],
  [{ q: '没有' }, []],
])('%j finds %j, each under its group', ([query, codes]) => {
  expect(found(query)).toEqual(codes)
})
