export type Params = Record<string, string | number>
/** A refusal is a fact that is expected and shown in words; `field` names the input that it concerns. */
export type Refused<C extends string = string> = { ok: false; code: C; params?: Params; field?: string }
export type Outcome<T, C extends string = string> = { ok: true; value: T } | Refused<C>

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const C extends string>(code: C, more: { params?: Params; field?: string } = {}): Refused<C> => ({ ok: false, code, ...more })
