import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Every page is rendered for its reader, so nothing is fetched before it is asked for: a list of thirty links would be thirty readings. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
