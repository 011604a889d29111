'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { buttonClass } from './button'

/** On a narrow screen, the way to the main act while its panel is out of sight; where no script can tell that, it would cover the panel. */
export function StickyAct({ target = 'steps', label }: { target?: string; label: ReactNode }) {
  const [inSight, setInSight] = useState(false)
  useEffect(() => {
    const panel = document.getElementById(target)
    if (!panel) return
    const watch = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false))
    watch.observe(panel)
    return () => watch.disconnect()
  }, [target])
  return (
    <div
      data-screen=""
      hidden={inSight}
      className="sticky-act noscript:hidden fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface px-4 py-2.5 desk:hidden"
    >
      <a href={`#${target}`} data-button="" className={buttonClass({ look: 'filled', size: 'main', wide: true })}>
        {label}
      </a>
    </div>
  )
}
