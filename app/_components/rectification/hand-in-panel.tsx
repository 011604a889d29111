import { StepForm } from '@/app/_components/case/step-form'
import { FormInput, FormTextarea } from '@/app/_components/form/fields'
import { AddFiles } from '@/app/_components/upload/add-files'
import { words } from '@/app/_server/locale'
import { Note } from '@/app/_ui/note'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { refusalOf } from '@/lib/i18n/refusal'
import { hand } from './actions'
import type { FoundRectification } from './find-rectification'
import { UnsentFiles } from './unsent-files'
import { WaitsUntil } from './waits-until'

/** Files first, each kept as it arrives; then what was mended in words, and the act that stops the clock. */
export async function HandInPanel({ found, query }: { found: FoundRectification; query: Record<string, string | undefined> }) {
  const all = await words()
  const { rectification: w, form, violation } = all
  const { id, version, byPlatform, title, targetKind, turn, files } = found
  const unsent = files.filter((file) => file.turn > turn)
  const { refused, name, limit } = query
  return (
    <StepPanel title={byPlatform ? w.handIn.forSubject(title) : w.handIn.title} sub={<WaitsUntil found={found} what={w.handIn.title} />}>
      <StepSection title={w.handIn.files} hint={w.handIn.filesHint}>
        {refused && (
          <Note tone="refused" title={`${w.handIn.filesRefused}${name ?? ''}`} live>
            {refusalOf(all, 'rectification', { code: refused, params: limit ? { limit } : {} })}
          </Note>
        )}
        <UnsentFiles id={id} version={version} files={unsent} />
        <AddFiles address={`/api/rectification/${id}`} arrived={unsent.map((file) => file.id)} words={violation.draft} />
        <p className="hidden text-13 text-ink-2 noscript:block">{w.handIn.plainFiles}</p>
      </StepSection>
      <StepSection hint={w.handIn.hint}>
        <StepForm action={hand} step="hand" id={id} version={version} label={byPlatform ? w.handIn.actFor : w.handIn.act}>
          <FormTextarea name="account" label={w.handIn.account} hint={w.handIn.accountHint} rows={6} limit={5000} />
          {targetKind === 'drama' && (
            <FormInput name="replacedEpisodes" label={w.handIn.replacedEpisodes} hint={w.handIn.replacedHint} optional={form.optional} />
          )}
        </StepForm>
      </StepSection>
    </StepPanel>
  )
}
