import type { Db } from '@/db/client'

/** Work that a drill does under fire: each piece is one transaction that leaves two halves, or nothing. */
export type Load = {
  /** Makes what the work needs; the addresses are those of the superuser, the owner and the app's role. */
  prepare: (addresses: { url: string; ownerUrl: string; appUrl: string }) => Promise<void>
  /** Does one piece, known by `id` ever after; awaits `pause` between its halves. Resolving means that it was acknowledged. */
  work: (db: Db, id: string, pause: () => Promise<void>) => Promise<void>
  /** What is there in the end: ids of pieces with both halves, and of those with one. */
  found: (db: Db) => Promise<{ whole: string[]; half: string[] }>
}
