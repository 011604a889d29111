import '@fontsource-variable/noto-sans-sc'
import '@fontsource-variable/source-sans-3'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { FaultWordsProvider } from './_components/shell/fault-words'
import { locale, words } from './_server/locale'
import { theme } from './_server/preference'
import { LanguageProvider } from './_ui/chinese-here'
import { ClockVoice } from './_ui/clock'

export async function generateMetadata(): Promise<Metadata> {
  const { shell } = await words()
  return { icons: { icon: '/seal.svg' }, title: { default: shell.product, template: `%s · ${shell.product}` } }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, chosen, { shell }] = await Promise.all([locale(), theme(), words()])
  return (
    <html lang={language} data-theme={chosen === 'system' ? undefined : chosen}>
      <body>
        <LanguageProvider language={language}>
          <FaultWordsProvider words={shell.fault}>{children}</FaultWordsProvider>
        </LanguageProvider>
        <ClockVoice now={Date.now()} />
      </body>
    </html>
  )
}
