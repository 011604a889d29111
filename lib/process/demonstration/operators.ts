import { and, eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { subjectStatements } from '@/db/schema'
import { formerNames, statements } from '@/db/seed/operators'
import { noteAccounts, noteMiniPrograms } from '@/lib/distribution/commands/note'
import { stateOperator } from '@/lib/distribution/commands/state'
import type { SubjectKind } from '@/lib/distribution/workflow'
import { ok } from '@/lib/kernel/outcome'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import type { Scene } from './scene'

type Noted = { kind: SubjectKind; platformId: string; id: string; name: string }
const noted = async (act: Act, { kind, platformId, id, name }: Noted): Promise<string> =>
  (await (kind === 'account' ? noteAccounts : noteMiniPrograms)(act, platformId, new Map([[id, name]]))).get(id)!

/** What accounts were called before, and who platforms state to be behind what is theirs. */
export function tellOperators(scene: Scene) {
  for (const { at, by, platform, ...named } of formerNames)
    scene.plan(`subject ${named.id}`, scene.at(at), async (then) => {
      const subject = { ...named, platformId: await scene.platform(platform) }
      return scene.act(async (act) => ok(await noted(act, subject)), await scene.person(by), undefined, then)
    })
  for (const { subject, stated } of statements)
    for (const { at, by, operator, payee, phone, promoters } of stated)
      scene.plan(`subject ${subject.id}`, scene.at(at), async (then) => {
        const platformId = await scene.platform(subject.platform)
        const state = async (act: Act) => {
          const subjectId = await noted(act, { ...subject, platformId })
          const standing = and(eq(subjectStatements.subjectId, subjectId), eq(subjectStatements.state, 'standing'))
          const [seen] = await act.tx.select({ id: subjectStatements.id }).from(subjectStatements).where(standing)
          return stateOperator(act, {
            subjectKind: subject.kind,
            subjectId,
            seenId: seen?.id ?? null,
            operatorName: operator?.name ?? null,
            creditCode: operator ? operator.creditBody + checkCharacter(operator.creditBody) : null,
            payee: payee ?? null,
            phone: phone ?? null,
            forgetPayee: false,
            forgetPhone: false,
            promoters: [...(promoters ?? [])],
          })
        }
        return scene.act(state, await scene.person(by), undefined, then)
      })
}
