import * as z from 'zod'
import { held } from '../kernel/form'

export const batchInput = z.strictObject(held)
export type HeldBatch = z.output<typeof batchInput>

/** A file's name as it is shown: without folders, without control and direction marks, at most 100 characters. */
export const fileName = z.string().transform(
  (raw) =>
    [
      ...raw
        .normalize('NFC')
        .replace(/^.*[\\/]/s, '')
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .trim(),
    ]
      .slice(0, 100)
      .join('') || '—',
)
