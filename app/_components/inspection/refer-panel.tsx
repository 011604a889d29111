import { StepForm } from '@/app/_components/case/step-form'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { Note } from '@/app/_ui/note'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { refer } from '@/app/(portal)/association/inspection/actions'
import type { FoundSheet } from './find-sheet'

/** A finding becomes a report to the bureau with one button. */
export async function ReferPanel({ found: { sheet, bureau } }: { found: FoundSheet }) {
  const [{ inspection: w }, name] = [await words(), await called()]
  return (
    <StepPanel title={w.step.refer} sub={sheet.number}>
      <StepSection>
        {sheet.orderId && (
          <Note tone="info" title={w.sheet.reappeared}>
            {w.sheet.reappearedText}
          </Note>
        )}
        <StepForm
          action={refer}
          step="refer"
          id={sheet.id}
          version={sheet.version}
          label={w.sheet.refer}
          look={sheet.orderId ? 'outline' : 'filled'}
          after={w.sheet.referAfter(name(bureau))}
        />
      </StepSection>
    </StepPanel>
  )
}
