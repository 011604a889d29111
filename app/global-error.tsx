'use client'

import './globals.css'

/** The frame itself failed, so the language is not known: both are said. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto grid max-w-prose gap-3 px-4 py-12">
          <h1>这一页没有打开</h1>
          <p>系统暂时出了问题，没有改动任何内容。请稍后再试。</p>
          <p lang="en">This page did not open. Something went wrong on our side and nothing was changed. Please try again in a moment.</p>
          {error.digest && <p className="official text-13 text-ink-2">{error.digest}</p>}
          <p>
            <button type="button" onClick={reset} className="min-h-10 rounded-ctl bg-accent-fill px-5 font-medium text-on-accent">
              再试一次 · <span lang="en">Try again</span>
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
