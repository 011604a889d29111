import NextLink from 'next/link'
import { type ComponentProps, Fragment } from 'react'

/**
 * Every page is rendered for its reader, so nothing is fetched before it is asked for: a list of thirty links would be thirty readings.
 * The fragment is ours, so that Chinese in a link is marked as such; Next's own element would let it through.
 */
export function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest}>
      <Fragment>{children}</Fragment>
    </NextLink>
  )
}
