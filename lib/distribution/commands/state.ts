import { and, eq } from 'drizzle-orm'
import { type Act, advance, openCase } from '@/db/act'
import { miniPrograms, operators, platformAccounts, subjectStatements, subjectTies } from '@/db/schema'
import { env } from '../../env'
import { newId } from '../../kernel/id'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { keyedDigest } from '../../kernel/secret'
import { judgeOpening } from '../../kernel/workflow'
import { readCreditCode } from '../../organization/rules/credit-code'
import type { StateOperator } from '../input'
import { readPayee, readPhone } from '../rules'
import { statementWorkflow, type Tie } from '../workflow'

/** The operator with this credit code, opened if nobody named it yet; its name is spelt as whoever named it first spells it. */
async function operatorNamed(act: Act, creditCode: string, name: string): Promise<string> {
  const namedById = act.actor.organizationId!
  await act.tx.insert(operators).values({ id: newId(), creditCode, name, namedById, createdAt: act.now }).onConflictDoNothing()
  const known = eq(operators.creditCode, creditCode)
  await act.tx
    .update(operators)
    .set({ name })
    .where(and(known, eq(operators.namedById, namedById)))
  const [row] = await act.tx.select({ id: operators.id }).from(operators).where(known)
  return row!.id
}

type Read = { operator: { name: string; code: string } | null; payee: string | null; phone: string | null }

/** What was typed, in the one spelling in which it is compared; every place that has to change at once. */
function readStated({ operatorName, creditCode, payee, phone }: StateOperator): Outcome<Read> {
  const faults: Fault[] = []
  const readBy = <T>(field: string, typed: string | null, by: (text: string) => Outcome<T>): T | null => {
    if (typed === null) return null
    const read = by(typed)
    if (read.ok) return read.value
    faults.push({ field, code: read.code, params: read.params })
    return null
  }
  const code = readBy('creditCode', creditCode, readCreditCode)
  if (operatorName && !creditCode) faults.push({ field: 'creditCode', code: 'required' })
  if (creditCode && !operatorName) faults.push({ field: 'operatorName', code: 'required' })
  const read = { payee: readBy('payee', payee, readPayee), phone: readBy('phone', phone, readPhone) }
  if (faults[0]) return refuse(faults[0].code, { faults })
  return ok({ ...read, operator: operatorName && code ? { name: operatorName, code } : null })
}

/**
 * A platform states who is behind a mini-program or an account of its own: the operator by its credit code, whose account is paid, whose
 * telephone number it is, who promotes it. The statement before it is replaced and kept. Payee and telephone number are kept as keyed
 * hashes alone; left empty they stay as they were. Refusals: credit_code_…, required, phone_form, payee_form, nothing_stated, stale.
 */
export async function stateOperator(act: Act, input: StateOperator) {
  const { subjectKind, subjectId, promoters } = input
  const table = subjectKind === 'mini_program' ? miniPrograms : platformAccounts
  const [subject] = await act.tx.select({ platformId: table.platformId }).from(table).where(eq(table.id, subjectId)).for('update')
  if (!subject) return refuse('not_found')
  const { platformId } = subject
  const verdict = judgeOpening(statementWorkflow, 'state', { platformId }, act.actor)
  if (!verdict.ok) return verdict
  const standing = and(eq(subjectStatements.subjectId, subjectId), eq(subjectStatements.state, 'standing'))
  const [before] = await act.tx.select().from(subjectStatements).where(standing)
  if ((before?.id ?? null) !== input.seenId) return refuse('stale')
  const read = readStated(input)
  if (!read.ok) return read
  const { operator } = read.value
  const ties = await tiesAfter(act, input, read.value)
  if (!before && !operator && ties.size === 0 && promoters.length === 0) return refuse('nothing_stated', { field: 'creditCode' })
  if (before) {
    const replaced = await advance(act, subjectStatements, statementWorkflow, 'replace', before)
    if (!replaced.ok) return replaced
  }
  const operatorId = operator && (await operatorNamed(act, operator.code, operator.name))
  if (operatorId) ties.set('operator', operatorId)
  await act.tx.update(table).set({ operatorId }).where(eq(table.id, subjectId))
  await act.tx.delete(subjectTies).where(eq(subjectTies.subjectId, subjectId))
  if (ties.size) await act.tx.insert(subjectTies).values([...ties].map(([tie, key]) => ({ subjectId, platformId, tie, key })))
  return openCase(act, subjectStatements, statementWorkflow, 'state', {
    subjectKind,
    subjectId,
    platformId,
    operatorId,
    operatorName: operator?.name ?? null,
    promoters,
    payeeStated: ties.has('payee'),
    phoneStated: ties.has('phone'),
  })
}

/** Keyed hashes of payee and telephone number as they stand after this statement. */
async function tiesAfter(act: Act, input: StateOperator, { payee, phone }: Read): Promise<Map<Tie, string>> {
  const stood = await act.tx.select().from(subjectTies).where(eq(subjectTies.subjectId, input.subjectId))
  const ties = new Map<Tie, string>()
  for (const [tie, stated, forgotten] of [
    ['payee', payee, input.forgetPayee],
    ['phone', phone, input.forgetPhone],
  ] as const) {
    const key = stated
      ? keyedDigest(env().authSecret, `subject:${tie}`, stated)
      : forgotten
        ? null
        : stood.find((one) => one.tie === tie)?.key
    if (key) ties.set(tie, key)
  }
  return ties
}
