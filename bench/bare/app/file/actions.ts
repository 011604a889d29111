'use server'
import { readFileSync } from 'node:fs'
import { redirect } from 'next/navigation'
import { type Known, plainly } from '../../../acts/plain'
import type { Change } from '../../../acts/written'
import { bareSql } from '../sql'

type Recipe = { changes: Change[]; sample: string; ids: string[]; numbers: string[] }
const kept = globalThis as { again?: ReturnType<typeof plainly> }

function again() {
  if (!kept.again) {
    const { changes, sample, ids, numbers } = JSON.parse(readFileSync(process.env.RECIPE!, 'utf8')) as Recipe
    const known: Known = { ids: new Set(ids), numbers: new Set(numbers) }
    kept.again = plainly(changes, sample, known)
  }
  return kept.again
}

/** Writes what filing a report writes, and asks nothing. */
export async function file(form: FormData) {
  await again()(bareSql(), String(form.get('id')))
  redirect(`/queue?${String(form.get('id'))}`)
}
