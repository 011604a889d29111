import 'server-only'
import { env } from '@/lib/env'

/** A request without an Origin, or with another's, is nobody's form. */
export const isOurOrigin = (origin: string | null) => origin !== null && env().origins.includes(origin)

/** The address under which the portal is reached, for links that leave it. */
export const ourOrigin = () => env().origins[0]!
