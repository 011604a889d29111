import * as z from 'zod'
import { held } from '../kernel/form'

export const batchInput = z.strictObject(held)
export type HeldBatch = z.output<typeof batchInput>
