import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckboxGroup } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { DUTIES_OF } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/id'
import { ownCounts, ownMember } from '@/lib/organization/queries/members'
import { isLastAdministrator } from '@/lib/organization/rules/duties'
import { look } from '@/lib/perform'
import { assign, remove } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.list.title })

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor('admin')
  const { id } = await params
  if (!isId(id)) notFound()
  const { member, counts } = await look(actor, async (tx) => ({
    member: await ownMember(actor, tx, id),
    counts: await ownCounts(actor, tx),
  }))
  if (!member) notFound()
  const { member: w, form, shell } = await words()
  const isLast = isLastAdministrator(counts.administrators, id)
  const options = DUTIES_OF[member.kind].map((duty) => ({ value: duty, label: w.duty[duty], hint: w.mayDo[duty] }))
  const hidden = { id, version: member.version }
  return (
    <div className="max-w-[560px]">
      <PageHead
        crumbs={[{ label: w.edit.crumb, href: '/member' }, { label: member.name }]}
        crumbsLabel={shell.location}
        title={w.edit.title(member.name)}
        line={<span className="official">{member.email}</span>}
      />
      {isLast && <Note>{w.edit.lastAdministrator}</Note>}
      <ActionForm
        action={assign}
        formKey={crypto.randomUUID()}
        hidden={{ ...hidden, seen: member.duties.toSorted().join(' ') }}
        prefix="assign-"
        className="mt-5 grid gap-4"
      >
        <FormCheckboxGroup name="duties" label={w.edit.duties} hint={w.edit.dutiesHint} options={options} defaultValue={member.duties} />
        <div>
          <SubmitButton busyLabel={form.busy}>{w.edit.save}</SubmitButton>
        </div>
      </ActionForm>
      {!isLast && (
        <Section id="remove" title={w.edit.remove}>
          <p className="mb-3 text-ink-2">{w.edit.removeText}</p>
          <ActionForm action={remove} formKey={crypto.randomUUID()} hidden={hidden} prefix="remove-">
            <ConfirmSubmit
              label={w.edit.removeLabel(member.name)}
              title={w.edit.removeTitle(member.name)}
              confirm={w.edit.removeLabel(member.name)}
              cancel={form.cancel}
              busyLabel={form.busy}
            >
              {w.edit.removeText}
            </ConfirmSubmit>
          </ActionForm>
        </Section>
      )}
    </div>
  )
}
