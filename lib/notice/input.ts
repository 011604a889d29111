import * as z from 'zod'

export const openInput = z.strictObject({ id: z.uuid() })
/** `until`: the instant at which the page was drawn. */
export const readAllInput = z.strictObject({ until: z.iso.datetime() })

export type Open = z.output<typeof openInput>
export type ReadAll = z.output<typeof readAllInput>
