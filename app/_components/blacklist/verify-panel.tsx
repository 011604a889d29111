import type { ReactNode } from 'react'
import { StepForm } from '@/app/_components/case/step-form'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { FormCheckboxGroup, FormRadioGroup, FormTextarea } from '@/app/_components/form/fields'
import { FormFind } from '@/app/_components/form/form-find'
import { words } from '@/app/_server/locale'
import { Severity } from '@/app/_ui/severity'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Zh } from '@/app/_ui/words'
import { dismiss, verify } from '@/app/(portal)/regulator/blacklist/actions'
import type { BesideCode, Preview, ScopeWork } from '@/lib/blacklist/queries/preview'
import type { ProgramNamed } from '@/lib/blacklist/queries/programs'

import { ProgramHint } from './program-hint'

type Entry = { id: string; version: number; severityProposed: number }
type Candidate = Pick<ScopeWork, 'id' | 'code' | 'title' | 'producerName' | 'episodeCount'> & {
  listedAs?: string | null
  near?: BesideCode
}

/** The bureau's word on severity and scope, and the way to turn the proposal down. */
export async function VerifyPanel({
  entry,
  preview,
  beside,
  hands,
}: {
  entry: Entry
  preview: Preview
  /** Mini-programs that may be hit as well. */
  beside: ProgramNamed[]
  hands: ReactNode
}) {
  const { blacklist, shell } = await words()
  const w = blacklist.verify
  const fixed = preview.hits.filter(({ chosen }) => chosen === 'report')
  const standing = preview.hits.filter(({ chosen }) => chosen !== 'report')
  const fixedPrograms = preview.programs.filter(({ chosen }) => chosen === 'report')
  const programs = [...preview.programs.filter(({ chosen }) => chosen !== 'report'), ...beside]
  const known = new Set(preview.hits.map(({ id }) => id))
  const candidates = [...standing, ...preview.spared.filter(({ id }) => !known.has(id))]
  const hitsWorks = fixed.length > 0 || candidates.length > 0
  const isSame = ({ near, listedAs }: Candidate) => near === 'same_work' && !listedAs
  const said = (work: Candidate) => (
    <>
      <Zh>{work.producerName ?? blacklist.page.unknownProducer}</Zh>{' '}
      {work.episodeCount !== null && blacklist.page.episodes(work.episodeCount)} <span className="official">{work.code}</span>
      {work.listedAs ? ` ${blacklist.preview.listedAs(work.listedAs)}` : isSame(work) && ` ${blacklist.propose.same}`}
    </>
  )
  return (
    <>
      <StepPanel title={w.title}>
        <StepSection>
          <StepForm action={verify} step="verify" id={entry.id} version={entry.version} label={w.act}>
            <FormRadioGroup
              name="severity"
              label={w.severity}
              hint={w.severityHint(entry.severityProposed)}
              defaultValue={String(entry.severityProposed)}
              options={([4, 3] as const).map((level) => ({
                value: String(level),
                label: <Severity level={level} label={shell.severity(level)} />,
              }))}
            />
            {fixed.map(({ id }) => (
              <input key={id} type="hidden" name="dramaIds" value={id} />
            ))}
            <div>
              <p className="font-medium">{hitsWorks ? w.scope : w.scopePrograms}</p>
              <p className="text-13 text-ink-2">{hitsWorks ? w.scopeHint : w.scopeProgramsHint}</p>
              <ul className="mt-1">
                {fixedPrograms.map((program) => (
                  <li key={program.id} className="border-t border-line py-1.5">
                    <b>
                      <Zh>{program.name}</Zh>
                    </b>
                    <span className="block text-13 text-ink-2">
                      <ProgramHint program={program} /> {blacklist.preview.chosen.report}
                    </span>
                  </li>
                ))}
                {fixed.map((work) => (
                  <li key={work.id} className="border-t border-line py-1.5">
                    <b>
                      <WorkTitle title={work.title} />
                    </b>
                    <span className="block text-13 text-ink-2">{blacklist.preview.chosen.report}</span>
                  </li>
                ))}
              </ul>
              {candidates.length > 0 && (
                <FormCheckboxGroup
                  name="dramaIds"
                  label={w.scope}
                  hideLabel
                  defaultValue={[...standing, ...candidates.filter(isSame)].map(({ id }) => id)}
                  options={candidates.map((work) => ({
                    value: work.id,
                    label: <WorkTitle title={work.title} />,
                    hint: said(work),
                    disabled: Boolean(work.listedAs),
                  }))}
                />
              )}
            </div>
            <FormFind
              name="dramaIds"
              label={blacklist.propose.search}
              hint={blacklist.propose.searchHint}
              act={blacklist.propose.searchAct}
              legend={blacklist.propose.found}
              known={[...fixed, ...candidates].map(({ id }) => id)}
            />
            {fixedPrograms.map(({ id }) => (
              <input key={id} type="hidden" name="miniProgramIds" value={id} />
            ))}
            {programs.length > 0 && (
              <FormCheckboxGroup
                name="miniProgramIds"
                label={w.programs}
                hint={w.programsHint}
                defaultValue={preview.programs.map(({ id }) => id)}
                options={programs.map((program) => ({
                  value: program.id,
                  label: <Zh>{program.name}</Zh>,
                  hint: <ProgramHint program={program} />,
                }))}
              />
            )}
            <FormTextarea name="remark" label={w.remark} hint={w.remarkHint} limit={1000} rows={3} />
          </StepForm>
        </StepSection>
        <StepSection title={blacklist.approve.hands}>{hands}</StepSection>
        <StepSection hint={w.low}>
          <StepForm
            action={dismiss}
            step="dismiss"
            id={entry.id}
            version={entry.version}
            label={w.dismissAct}
            look="outline"
            fold={`${w.dismissTitle}…`}
          >
            <FormTextarea name="reason" label={w.dismissReason} hint={w.dismissHint} limit={1000} rows={3} />
          </StepForm>
        </StepSection>
      </StepPanel>
      <StickyAct label={w.act} />
    </>
  )
}
