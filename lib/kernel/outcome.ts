export type Params = Record<string, string | number>
/** One place in what was sent that has to change. `field` is the name of the input. */
export type Fault = { field: string; code: string; params?: Params }
/** A refusal is a fact that is expected and shown in words; `field` names the input that it concerns, `faults` several of them. */
export type Refused<C extends string = string> = { ok: false; code: C; params?: Params; field?: string; faults?: readonly Fault[] }
export type Outcome<T, C extends string = string> = { ok: true; value: T } | Refused<C>

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const C extends string>(code: C, more: Omit<Refused, 'ok' | 'code'> = {}): Refused<C> => ({
  ok: false,
  code,
  ...more,
})
