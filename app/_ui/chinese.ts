import { createElement, type ReactNode } from 'react'

const HAN = /\p{Script=Han}/u
const HAN_RUN = /([《〈“（]*\p{Script=Han}(?:[\p{Script=Han}\p{N}，。；：、！？《》〈〉“”（）·\s]*[\p{Script=Han}》〉”）。！？])?)/u

export const hasChinese = (text: string) => HAN.test(text)

/** A text of another language with Chinese in it, each run of Chinese marked as such. */
export const markRuns = (text: string): ReactNode[] =>
  text
    .split(HAN_RUN)
    .filter((part) => part !== '')
    .map((part, at) => (HAN.test(part) ? createElement('span', { key: at, lang: 'zh-CN' }, part) : part))
