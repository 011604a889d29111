import type { noticesOn } from '@/lib/guidance/queries/items'
import type { Locale } from '@/lib/i18n/formats'
import type { taxonomyOn } from '@/lib/rulebook/rules/book'
import type { SubjectKind } from '@/lib/violation/rules'
import type { PickGroup } from './item-picker'

const KINDS: SubjectKind[] = ['drama', 'mini_program', 'account']

/** The rulebook's items as the picker shows them, in the reader's language. */
export const pickGroups = (
  taxonomy: ReturnType<typeof taxonomyOn>,
  language: Locale,
  severity: (level: number) => string,
  notices: Awaited<ReturnType<typeof noticesOn>> = new Map(),
): PickGroup[] =>
  taxonomy.map((group) => ({
    code: group.code,
    name: language === 'en' ? group.en : group.zh,
    items: group.items.map((item) => ({
      code: item.code,
      name: language === 'en' ? item.en : item.zh,
      also: language === 'en' ? item.zh : item.en,
      basis: (language === 'en' ? item.otherBasisEn : item.otherBasisZh) ?? '',
      notices: (notices.get(item.code) ?? []).map(({ number, title, titleEn }) => ({
        number,
        title: (language === 'en' && titleEn) || title,
      })),
      severity: (item.defaultSeverity ?? 1) as 1 | 2 | 3 | 4,
      severityText: severity(item.defaultSeverity ?? 1),
      for: KINDS.filter((kind) => item.appliesTo.includes(kind)),
    })),
  }))
