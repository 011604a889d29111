import { ActionForm } from '@/app/_components/form/action-form'
import { words } from '@/app/_server/locale'
import { PageHead } from '@/app/_ui/heads'
import { SubmitButton } from '@/app/_ui/submit-button'
import { open } from '@/app/(portal)/association/inspection/actions'
import type { Actor } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/time'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { PlanFields } from './plan-fields'

/** A plan is written down; another monitor starts it. */
export async function NewPlan({ actor }: { actor: Actor }) {
  const { platforms, now } = await look(actor, async (tx, at) => ({ platforms: await admittedPlatforms(tx), now: at }))
  const { inspection: w, form, shell } = await words()
  return (
    <>
      <PageHead
        crumbs={[{ label: w.plan.title, href: '/association/inspection/plan' }, { label: w.plan.new }]}
        crumbsLabel={shell.location}
        title={w.plan.open}
        line={w.plan.line}
      />
      <ActionForm action={open} formKey={crypto.randomUUID()} className="grid max-w-160 gap-5">
        <PlanFields plan={{ startsOn: addDays(dayOf(now), 1), sampleSize: 10 }} platforms={platforms} />
        <span>
          <SubmitButton busyLabel={form.busy}>{w.plan.create}</SubmitButton>
        </span>
      </ActionForm>
    </>
  )
}
