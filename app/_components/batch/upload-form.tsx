import { words } from '@/app/_server/locale'
import { buttonClass } from '@/app/_ui/button'
import { controlClass, Field, fieldWiring } from '@/app/_ui/field'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { refusalOf } from '@/lib/i18n/refusal'

/** Where a notice's file is sent: a plain form, so that it works without JavaScript; what was refused stands at the field. */
export async function UploadForm({ refused }: { refused: Record<string, string> | null }) {
  const w = await words()
  const { batch: b } = w
  const error = refused ? refusalOf(w, 'batch', { code: refused.refused, params: refused }) : undefined
  return (
    <StepPanel title={b.upload.title} sub={b.upload.sub}>
      <StepSection>
        <form action="/api/batch" method="post" encType="multipart/form-data" className="grid gap-3">
          <Field id="file" label={b.upload.label} hint={b.upload.hint} error={error}>
            <input
              {...fieldWiring('file', { hint: b.upload.hint, error })}
              type="file"
              name="file"
              required
              accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
              className={controlClass}
            />
          </Field>
          <button type="submit" data-button="" className={buttonClass({ look: 'filled', size: 'main' })}>
            {b.upload.act}
          </button>
        </form>
      </StepSection>
      <StepSection title={b.upload.template}>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <a href="/platform/batch/template/xlsx" download>
            {b.upload.xlsx}
          </a>
          <a href="/platform/batch/template/csv" download>
            {b.upload.csv}
          </a>
        </p>
        <ul className="grid list-disc gap-1 pl-4 text-13 text-ink-2 marker:text-ink-3">
          {b.upload.know.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </StepSection>
    </StepPanel>
  )
}
