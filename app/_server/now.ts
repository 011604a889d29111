import 'server-only'
import { cache } from 'react'
import { present } from '@/lib/perform'

/** One instant for a whole page: the database's, by which every deadline is counted. */
export const now = cache(() => present())
