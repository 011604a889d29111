import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { CreatorFields, PlatformFields } from '@/app/_components/organization/application-fields'
import { fullyCalled } from '@/app/_components/organization/called'
import { toneOf } from '@/app/_components/organization/tone'
import { homeOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'
import { Button } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { FormActs } from '@/app/_ui/form-layout'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Name, Official } from '@/app/_ui/words'
import { bureaus, organizationCase, organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { reapplyCreator, reapplyPlatform } from '../apply/actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).organization.standing.title })

/** All that a member sees whose organization does not take part: how its application stands. */
export default async function Page() {
  const { actor, member } = await signedIn()
  if (member.organizationState === 'accepted') redirect(homeOf(member))
  const [w, f, fully] = [(await words()).organization, await format(), await fullyCalled()]
  const { own, by, known, platforms } = await look(actor, async (tx) => {
    const own = await organizationCase(actor, tx, { id: member.organizationId })
    const names = await organizationNames(tx, [own?.bureauId ?? null])
    return { own, by: names.get(own?.bureauId ?? ''), known: await bureaus(tx), platforms: (await rulebook(tx)).platforms }
  })
  if (!own) notFound()
  const organ = fully(by)
  const { state, details } = own
  const due = own.dueAt && f.instant(own.dueAt)
  const says = {
    applied: due ? w.standing.appliedText(organ, due) : w.standing.appliedUndated(organ),
    refused: w.standing.refusedText,
    suspended: w.standing.suspendedText(organ),
    accepted: '',
  }[state]
  const title = { applied: w.standing.applied, refused: w.standing.refused, suspended: w.standing.suspended, accepted: '' }[state]
  const given = { ...own, ...details }
  const hidden = { id: own.id, version: own.version }
  return (
    <div className="max-w-[720px]">
      <PageHead
        title={<Name>{own.name}</Name>}
        state={<State tone={toneOf[state]}>{w.state[state]}</State>}
        line={w.standing.title}
        large
      />
      <Note tone={state === 'applied' ? 'waiting' : 'refused'} title={title}>
        <p>{says}</p>
        {state !== 'applied' && details?.reason && (
          <blockquote className="mt-2 border-l-2 border-line px-3 whitespace-pre-line">
            <span className="sr-only">{w.standing.reason}</span>
            {details.reason}
          </blockquote>
        )}
      </Note>
      <div className="mt-6">
        <Facts
          items={[
            { label: w.standing.number, value: <Official>{own.number}</Official> },
            { label: w.standing.appliedAt, value: f.instant(own.openedAt) },
            { label: w.standing.by, value: organ },
            due ? { label: w.standing.due, value: due } : null,
          ]}
        />
      </div>
      {state === 'refused' && (
        <Section id="again" title={w.standing.again}>
          <ActionForm action={own.kind === 'platform' ? reapplyPlatform : reapplyCreator} formKey={crypto.randomUUID()} hidden={hidden}>
            {own.kind === 'platform' ? (
              <PlatformFields bureaus={known} platforms={platforms} given={given} />
            ) : (
              <CreatorFields bureaus={known} given={given} />
            )}
            <FormActs>
              <SubmitButton busyLabel={w.apply.busy}>{w.step.reapply}</SubmitButton>
            </FormActs>
          </ActionForm>
        </Section>
      )}
      <form method="post" action="/api/sign-out" className="mt-8">
        <Button type="submit">{w.standing.signOut}</Button>
      </form>
    </div>
  )
}
