import type { Db } from '@/db/client'

/** The addresses of a database as its superuser, as the owner of its tables, and as the app. */
export type Addresses = { url: string; ownerUrl: string; appUrl: string }

/** Work that a drill does under fire, on a database that it has first made ready: each piece is one transaction that is there whole, or not at all. */
export type Load = (addresses: Addresses) => Promise<{
  /** Does one piece, known by `id` ever after; awaits `pause` between its halves. Resolving means that it was acknowledged. */
  work: (db: Db, id: string, pause: () => Promise<void>) => Promise<void>
  /** What is there in the end: ids of pieces that are there whole, and what is there by half, in words. */
  found: (db: Db) => Promise<{ whole: string[]; half: string[] }>
}>
