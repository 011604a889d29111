import { globSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type * as z from 'zod'
import { catalogues, type Words } from '@/lib/i18n/catalogue'
import { labelOf } from '@/lib/i18n/refusal'

/** What an action is made of, instead of the action. */
vi.mock('@/app/_server/action', () => ({ formAction: (plan: unknown) => plan }))
/** Looks for next's modules where only next's own bundler finds them. */
vi.mock('@/app/_server/auth', () => ({}))
type Plan = { noun: keyof Words; called?: Record<string, string>; input: z.core.$ZodType }

/** Sent by the page itself, by a button or a link: nobody types them, and nothing is said of them field by field. */
const UNTYPED =
  /^(id|version|do|kind|intent|back|token|seen|sight|scope|shown|find|findItems|remove|draft|targetKind|subjectKind|key|\w+Id)$/
/** Hidden in their forms, though typed in others. */
const HIDDEN = ['app/_components/rectification/actions.ts report description']

/** The names of all inputs of a shape, with those of its groups and rows; a row's key is left out. */
function namesIn(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } }
  const inside = (...schemas: unknown[]) => (schemas.flat() as z.core.$ZodType[]).flatMap((one) => namesIn(one))
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, z.core.$ZodType>).flatMap(([name, inner]) => {
      const parts = namesIn(inner).map((part) => `${name}.${part}`)
      return parts.length > 0 ? parts : [name]
    })
  if (def.type === 'record') return inside(def.valueType)
  if (def.type === 'array') return inside(def.element)
  if (def.type === 'union') return inside(def.options)
  if (def.type === 'pipe') return inside(def.in, def.out)
  return def.innerType ? inside(def.innerType) : []
}

const plans = (
  await Promise.all(
    globSync('app/**/actions.ts').map(async (path) =>
      Object.entries((await import(/* @vite-ignore */ `${process.cwd()}/${path}`)) as Record<string, Plan>).map(
        ([name, plan]) => [`${path} ${name}`, plan] as const,
      ),
    ),
  )
).flat()

test.each(Object.entries(catalogues))(
  'every field that a person fills in has a name, which the server can say without the page (%s)',
  (_, words) => {
    const nameless = plans.flatMap(([action, { noun, called, input }]) =>
      [...new Set(namesIn(input))]
        .filter((field) => !UNTYPED.test(field.split('.').at(-1)!) && !HIDDEN.includes(`${action} ${field}`))
        .filter((field) => labelOf(words, noun, field, called) === undefined)
        .map((field) => `${action} ${field}`),
    )
    expect(plans.length).toBeGreaterThan(90)
    expect(nameless).toEqual([])
  },
)
