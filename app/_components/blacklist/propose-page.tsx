import { notFound } from 'next/navigation'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckboxGroup, FormTextarea } from '@/app/_components/form/fields'
import { FormFind } from '@/app/_components/form/form-find'
import { clauseName } from '@/app/_components/register/clause-name'
import { words } from '@/app/_server/locale'
import { FormActs, FormLayout, FormSection } from '@/app/_ui/form-layout'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Severity } from '@/app/_ui/severity'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Zh } from '@/app/_ui/words'
import { propose } from '@/app/(portal)/platform/blacklist/actions'
import { proposalOn } from '@/lib/blacklist/queries/proposal'
import type { Actor } from '@/lib/kernel/actor'
import type { Pointed } from '@/lib/matching/queries'
import { look } from '@/lib/perform'

import { ProgramHint } from './program-hint'

export type ProposeQuery = { violation?: string }
type Level = 1 | 2 | 3 | 4

/** A proposal on an upheld report: basis and scope preselected, others added by looking them up. */
export async function ProposePage({
  workplace,
  actor,
  query,
}: {
  workplace: 'platform' | 'association'
  actor: Actor
  query: ProposeQuery
}) {
  const found = await look(actor, async (tx) => {
    const basis = query.violation ? await proposalOn(tx, query.violation) : null
    return basis && { ...basis, clause: await clauseName(tx) }
  })
  if (!found) notFound()
  const { blacklist, form, shell, violation } = await words()
  const w = blacklist.propose
  const crumbs = [
    { label: violation.list.title[workplace], href: `/${workplace}/violation` },
    { label: found.number, href: `/c/${found.number}` },
    { label: w.title },
  ]
  const head = (
    <PageHead
      crumbs={crumbs}
      crumbsLabel={shell.location}
      title={w.title}
      line={(found.reported.length > 0 ? w.line : w.programLine)(found.number, found.title)}
    />
  )
  if (found.cannot)
    return (
      <>
        {head}
        <Note tone="waiting" title={w.cannot} action={<Link href={`/c/${found.number}`}>{found.number}</Link>}>
          {found.cannot === 'severity_too_low' ? w.cannotWhy.severity : w.cannotWhy.none}
        </Note>
      </>
    )
  if (found.already)
    return (
      <>
        {head}
        <Note tone="info" title={w.already} action={<Link href={`/c/${found.already}`}>{found.already}</Link>} />
      </>
    )
  const isTaken = ({ id, listed }: Pointed) => listed || found.taken.has(id)
  const said = (work: Pointed) => (
    <>
      <Zh>{work.producerName ?? blacklist.page.unknownProducer}</Zh>{' '}
      {work.episodeCount !== null && blacklist.page.episodes(work.episodeCount)} <span className="official">{work.code}</span>
    </>
  )
  const option = (work: Pointed, why?: string, mayBeTaken = true) => ({
    value: work.id,
    label: <WorkTitle title={work.title} />,
    hint: (
      <>
        {said(work)} {mayBeTaken && isTaken(work) ? w.taken(work.listed) : why}
      </>
    ),
    disabled: mayBeTaken && isTaken(work),
  })
  const works = [
    ...found.reported.map((work) => option(work, w.reported, false)),
    ...found.same.map((work) => option(work, w.same)),
    ...found.near.map((work) => option(work, w.near)),
  ]
  return (
    <>
      {head}
      {found.joins && (
        <div className="mb-4">
          <Note tone="info" title={w.joins} />
        </div>
      )}
      <FormLayout>
        <ActionForm action={propose} formKey={crypto.randomUUID()} hidden={{ violationId: found.violationId }} prefix="propose-">
          <FormSection id="basis" number={1} title={w.basis} hint={w.basisHint}>
            <FormCheckboxGroup
              name="codes"
              label={w.basis}
              hideLabel
              defaultValue={found.items.map(({ code }) => code)}
              options={found.items.map(({ code, severity }) => ({
                value: code,
                label: `${code} ${found.clause(code)}`,
                hint: <Severity level={severity as Level} label={shell.severity(severity)} />,
              }))}
            />
            {found.severity !== null && (
              <p className="text-13 text-ink-2">
                {w.severity} <Severity level={found.severity as Level} label={shell.severity(found.severity)} />
              </p>
            )}
          </FormSection>
          <FormSection id="scope" number={2} title={w.scope} hint={w.scopeHint}>
            {found.programs.length > 0 && (
              <FormCheckboxGroup
                name="miniProgramIds"
                label={w.programs}
                hint={w.programsHint}
                defaultValue={found.programs.filter(({ why }) => why === 'reported').map(({ id }) => id)}
                options={found.programs.map((program) => ({
                  value: program.id,
                  label: <Zh>{program.name}</Zh>,
                  hint: (
                    <>
                      <ProgramHint program={program} /> {found.taken.has(program.id) ? w.taken(false) : w.programWhy[program.why]}
                    </>
                  ),
                  disabled: found.taken.has(program.id),
                }))}
              />
            )}
            {works.length > 0 && (
              <FormCheckboxGroup
                name="dramaIds"
                label={w.works}
                defaultValue={[...found.reported, ...found.same.filter((work) => !isTaken(work))].map(({ id }) => id)}
                options={works}
              />
            )}
            <FormFind
              name="dramaIds"
              label={w.search}
              hint={w.searchHint}
              act={w.searchAct}
              legend={w.found}
              known={works.map(({ value }) => value)}
            />
          </FormSection>
          <FormSection id="names" number={3} title={w.names} hint={w.namesHint}>
            <FormTextarea name="names" label={w.otherNames} optional={form.optional} rows={3} />
          </FormSection>
          <FormSection id="reason" number={4} title={w.reason}>
            <FormTextarea name="reason" label={w.reason} hint={w.reasonHint} limit={2000} rows={4} />
          </FormSection>
          <FormActs>
            <SubmitButton busyLabel={form.busy}>{w.act}</SubmitButton>
            <span className="text-13 text-ink-2">{w.after}</span>
          </FormActs>
        </ActionForm>
      </FormLayout>
    </>
  )
}
