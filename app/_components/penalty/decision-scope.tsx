import { words } from '@/app/_server/locale'
import { withQuery } from '@/app/_ui/filter-bar'
import { Tabs } from '@/app/_ui/tabs'
import type { Asked, DecisionCase } from '@/lib/penalty/queries/decision'

/** Whether a decision is taken on the whole work or kept to the episodes that the report names. */
export async function DecisionScope({ decision: { found, narrows, isOpen }, asked }: { decision: DecisionCase; asked: Asked }) {
  if (!isOpen) return null
  const { penalty: w } = await words()
  const at = (scope: string | undefined) =>
    withQuery('/platform/penalty/new', { due: asked.due, case: asked.report, target: asked.target, scope })
  const isKept = found.target.kind === 'episode'
  return (
    <div className="mb-6">
      <Tabs
        label={w.new.scope}
        items={[
          { href: at(undefined), label: w.new.scopeWork, current: !isKept },
          { href: at('episodes'), label: w.new.scopeEpisodes(narrows.join(w.new.comma)), current: isKept },
        ]}
      />
      <p className="mt-2 text-13 text-ink-2">{w.new.scopeHint}</p>
    </div>
  )
}
