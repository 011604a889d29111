import { cache } from 'react'

/** The language that a page is rendered in, once it is known; in a browser it is not known here. */
export const rendered = cache((): { language?: string } => ({}))
