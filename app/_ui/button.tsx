import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Link } from './link'

export type ButtonLook = {
  /** filled: the one next act of a page */
  look?: 'filled' | 'outline' | 'quiet' | 'link'
  size?: 'small' | 'normal' | 'main'
  wide?: boolean
}

export function buttonClass({ look = 'outline', size = 'normal', wide }: ButtonLook, off = false) {
  return clsx(
    'inline-flex items-center justify-center gap-1.5 rounded-ctl border text-center font-medium no-underline transition-colors hover:no-underline',
    size === 'small' && 'min-h-[26px] px-2.5 py-px text-13 whitespace-nowrap max-desk:min-h-9',
    size === 'normal' && 'min-h-8 px-3.5 py-1 max-desk:min-h-11',
    size === 'main' && 'min-h-10 px-5 py-2 max-desk:min-h-11',
    wide && 'w-full',
    off
      ? 'cursor-not-allowed border-line bg-sunken text-ink-2'
      : {
          'border-accent-fill bg-accent-fill text-on-accent hover:border-accent-fill-hover hover:bg-accent-fill-hover': look === 'filled',
          'border-control bg-surface text-ink hover:bg-sunken': look === 'outline',
          'border-transparent bg-transparent px-2! text-accent hover:bg-sunken': look === 'quiet',
          'border-transparent bg-transparent px-0! text-accent underline underline-offset-3 hover:underline': look === 'link',
        },
  )
}

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    busy?: boolean
    /** said while busy; the button keeps its width */
    busyLabel?: ReactNode
    /** why it cannot be used, and who can; shown beside the button */
    reason?: ReactNode
  }

export function Button({
  look,
  size,
  wide,
  busy,
  busyLabel,
  reason,
  className,
  children,
  type = 'button',
  id,
  onClick,
  ...rest
}: ButtonProps) {
  const off = Boolean(reason)
  const button = (
    <button
      {...rest}
      id={id}
      data-button=""
      type={off ? 'button' : type}
      aria-disabled={off || busy || undefined}
      aria-describedby={off && id ? `${id}-reason` : rest['aria-describedby']}
      onClick={off || busy ? undefined : onClick}
      className={clsx(buttonClass({ look, size, wide }, off), className)}
    >
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="grid *:col-start-1 *:row-start-1">
          <span className={clsx('inline-flex items-center justify-center gap-1.5', busy && 'invisible')}>{children}</span>
          <span className={clsx(!busy && 'invisible')}>{busyLabel}</span>
        </span>
      )}
    </button>
  )
  if (!off) return button
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={id && `${id}-reason`} className="text-13 text-ink-2">
        {reason}
      </span>
    </span>
  )
}

export function ButtonLink({ look, size, wide, className, ...rest }: ButtonLook & ComponentProps<typeof Link>) {
  return <Link {...rest} data-button="" className={clsx(buttonClass({ look, size, wide }), className)} />
}
