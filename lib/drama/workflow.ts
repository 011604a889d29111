// A work is no case of its own: it is opened beside a filing or a report, and carries ZP-2026-1042 and a public page.
export const ORIGINS = ['registered', 'reported'] as const
export const FORMS = ['live_action', 'comic', 'digital_human'] as const
export const ERAS = ['contemporary', 'modern', 'early_modern', 'ancient', 'major'] as const
export const GENRES = [
  'urban',
  'rural',
  'youth',
  'military',
  'crime',
  'science_fiction',
  'legend',
  'palace',
  'martial_arts',
  'myth',
  'biography',
  'other',
] as const
/** 特殊题材: the nine subjects that raise a work to Class I and need a co-review. */
export const SPECIAL_SUBJECTS = [
  'political',
  'military',
  'diplomatic',
  'national_security',
  'united_front',
  'ethnic',
  'religious',
  'judicial',
  'public_security',
] as const
export type Form = (typeof FORMS)[number]
export type SpecialSubject = (typeof SPECIAL_SUBJECTS)[number]
