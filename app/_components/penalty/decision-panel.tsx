import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { DecisionCase } from '@/lib/penalty/queries/decision'
import { cellWords } from './cell-words'
import { DecisionAct, DecisionEffects } from './decision'
import { Readers } from './readers'

/** What the decision comes to, who will see it, and the act. */
export async function DecisionPanel({ decision, now }: { decision: DecisionCase; now: Date }) {
  const [{ penalty: w, shell, form }, f] = [await words(), await format()]
  const { isUnmet, imposed, dueAt, again, found } = decision
  return (
    <StepPanel title={isUnmet ? w.new.panelUnmet : w.new.panel}>
      {(decision.called || imposed.length === 0) && (
        <StepSection>
          <p>
            {w.new.due}{' '}
            <Clock
              due={dueAt.toISOString()}
              now={now.toISOString()}
              words={shell.clock}
              when={f.inList(dueAt, now)}
              subject={found.target.name}
            />
          </p>
        </StepSection>
      )}
      <StepSection title={w.new.then}>
        <DecisionEffects>
          <li>{w.new.again(cellWords(w, again))}</li>
        </DecisionEffects>
      </StepSection>
      <StepSection title={w.new.readers}>
        <Readers />
      </StepSection>
      <StepSection>
        <SubmitButton busyLabel={form.busy} wide>
          <DecisionAct />
        </SubmitButton>
        <p className="text-13 text-ink-2">{w.new.after}</p>
      </StepSection>
    </StepPanel>
  )
}
