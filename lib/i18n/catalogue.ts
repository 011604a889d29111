import { form as formEn } from './en/form'
import { member as memberEn } from './en/member'
import { shell as shellEn } from './en/shell'
import type { Locale } from './formats'
import { form as formZh } from './zh-CN/form'
import { member as memberZh } from './zh-CN/member'
import { shell as shellZh } from './zh-CN/shell'

const chinese = { form: formZh, member: memberZh, shell: shellZh }

/** Every word of the portal by noun; Chinese gives the shape, a missing English word does not compile. */
export type Words = typeof chinese

const english: Words = { form: formEn, member: memberEn, shell: shellEn }

export const catalogues: Record<Locale, Words> = { 'zh-CN': chinese, en: english }
