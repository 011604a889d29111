'use client'

import { useState } from 'react'
import { FormInput, FormRadioGroup, FormTextarea } from '@/app/_components/form/fields'
import { SubmitButton } from '@/app/_ui/submit-button'

type Kind = 'removed' | 'absent' | 'objection'
export type AnswerWords = {
  which: string
  optional: string
  busy: string
  option: Record<Kind, { label: string; hint: string }>
  /** None where only mini-programs are to be removed. */
  episodeCount: string | null
  links: string
  linksHint: string
  /** What the answer comes to, as it is typed; with {count}. */
  counted: { episodes: string; links: string; and: string; after: string }
  note: string
  reason: string
  reasonHint: string
  act: string
  actWith: Record<Kind, string>
}

/** Three answers in one form: the fields of the one that is chosen, and an act that says what it will answer. */
export function AnswerFields({
  words: w,
  kinds,
  closed,
}: {
  words: AnswerWords
  kinds: Kind[] /** Why an objection is no longer open. */
  closed?: string
}) {
  const [kind, setKind] = useState<string>()
  const [links, setLinks] = useState(0)
  const [episodes, setEpisodes] = useState(0)
  const more: Record<Kind, React.ReactNode> = {
    removed: (
      <div className="grid gap-3">
        {w.episodeCount === null ? (
          <input type="hidden" name="episodeCount" value="0" />
        ) : (
          <div onInput={(event) => event.target instanceof HTMLInputElement && setEpisodes(Number(event.target.value) || 0)}>
            <FormInput name="episodeCount" label={w.episodeCount} inputMode="numeric" className="max-w-40" />
          </div>
        )}
        <div
          onInput={(event) =>
            event.target instanceof HTMLTextAreaElement && setLinks(new Set(event.target.value.split(/\s+/).filter(Boolean)).size)
          }
        >
          <FormTextarea name="links" label={w.links} hint={w.linksHint} rows={5} />
        </div>
      </div>
    ),
    absent: <FormTextarea name="note" label={w.note} optional={w.optional} limit={1000} rows={2} />,
    objection: <FormTextarea name="reason" label={w.reason} hint={w.reasonHint} limit={2000} rows={4} />,
  }
  const chosen = kinds.length === 1 ? kinds[0] : (kind as Kind | undefined)
  const counts = [
    ...(episodes > 0 ? [w.counted.episodes.replace('{count}', String(episodes))] : []),
    ...(links > 0 ? [w.counted.links.replace('{count}', String(links))] : []),
  ]
  const amount = chosen === 'removed' && counts.length > 0 ? `${w.counted.after}${counts.join(w.counted.and)}` : ''
  return (
    <>
      <FormRadioGroup
        name="answer"
        label={w.which}
        hideLabel
        onChange={setKind}
        options={kinds.map((one) => ({
          value: one,
          ...w.option[one],
          ...(one === 'objection' && closed ? { hint: closed, disabled: true } : { more: more[one] }),
        }))}
        {...(kinds.length === 1 && { defaultValue: kinds[0] })}
      />
      <SubmitButton busyLabel={w.busy}>{chosen ? `${w.actWith[chosen]}${amount}` : w.act}</SubmitButton>
    </>
  )
}
