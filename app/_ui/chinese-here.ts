'use client'

import { createContext, createElement, type ReactNode, useContext } from 'react'
import { spokenAs } from '@/lib/i18n/formats'
import { markRuns } from './chinese'

const Language = createContext('')

/** Tells the texts of client components in which language their page is. */
export const LanguageProvider = ({ language, children }: { language: string; children?: ReactNode }) =>
  createElement(Language, { value: language }, children)

/** The language of the page. */
export const useLanguage = () => spokenAs(useContext(Language))

/** A text with Chinese in it, on a page whose language is told by the provider. */
export const ChineseHere = ({ text }: { text: string }) => (useContext(Language).startsWith('zh') ? text : markRuns(text))

/** An element that holds nothing but text, on such a page: with Chinese in it, the whole of it is Chinese. */
export const WholeHere = ({ is, chinese, props }: { is: string; chinese: boolean; props: object }) =>
  createElement(is, { ...(!useContext(Language).startsWith('zh') && chinese && { lang: 'zh-CN' }), ...props })
