'use client'

import { type ReactNode, useState } from 'react'
import { useAnswer, useTyped } from '@/app/_components/form/action-form'
import { FormCheckbox, FormInput, FormRadioGroup, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { FieldError, FieldSet } from '@/app/_ui/field'
import { FormRow, FormSection } from '@/app/_ui/form-layout'
import { Note } from '@/app/_ui/note'
import type { Option } from '@/app/_ui/select'
import { type Draft, type Field, SYNOPSIS_MAX } from '@/lib/registration/rules/content'
import type { SectionName } from '@/lib/registration/rules/progress'
import { EpisodesField, type EpisodeWords } from './episodes-field'

export type DraftWords = EpisodeWords & {
  section: Record<SectionName, string>
  field: Record<Field, string>
  optional: string
  choose: string
  noPlatforms: string
  noLonger: string
  note: string
  noteHint: string
} & Record<
    `${'title' | 'aliases' | 'aiMade' | 'synopsis' | 'producer' | 'investment' | 'subjects' | 'mainPush' | 'firstScreen' | 'voluntary' | 'platforms'}Hint`,
    string
  >

type Choices = Record<'eras' | 'genres' | 'forms' | 'aiMade' | 'subjects' | 'platforms', Option[]>
export type Objected = Partial<Record<Field, { reason: string; quote?: string }>>

type DraftFieldsProps = {
  draft: Draft
  words: DraftWords
  choices: Choices
  objected: Objected
  /** Promotion lifts the class only until the end of 2025. */
  promotionCounts: boolean
  returned: boolean
  /** What on the blacklist is near the title and aliases. */
  near: ReactNode
  producer: ReactNode
  classed: ReactNode
  changed: () => void
}

/** Boxes under one name; what was typed comes back with a refusal. */
function Boxes({
  name,
  label,
  hint,
  optional,
  options,
  chosen,
}: {
  name: string
  label: string
  hint: string
  optional?: string
  options: Option[]
  chosen: string[]
}) {
  const { error } = useAnswer(name)
  return (
    <FieldSet id={name} label={label} hint={hint} optional={optional} error={error}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(136px,1fr))] gap-x-4 gap-y-2 pt-1">
        {options.map(({ value, label: text }) => (
          <FormCheckbox
            key={value}
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={text}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </FieldSet>
  )
}

function Producer({ children }: { children: ReactNode }) {
  const { error } = useAnswer('producer')
  return (
    <div id="producer" tabIndex={-1} className={error ? 'border-l-4 border-overdue pl-3.5' : undefined}>
      {error && <FieldError>{error}</FieldError>}
      {children}
    </div>
  )
}

/** The filing form's sections. The fields keep what they were given first: what is saved meanwhile never writes over what is typed. */
export function DraftFields({
  draft: given,
  words,
  choices,
  objected,
  promotionCounts,
  returned,
  near,
  producer,
  classed,
  changed,
}: DraftFieldsProps) {
  const [draft] = useState(given)
  const typed = useTyped()
  const label = words.field
  const objection = (field: Field) => {
    const said = objected[field]
    return (
      said && (
        <Note tone="waiting" title={said.reason}>
          {said.quote && <p className="text-13 text-ink-2">{said.quote}</p>}
        </Note>
      )
    )
  }
  const promotion = (hint: string) => (promotionCounts ? hint : `${hint}${words.noLonger}`)
  return (
    <>
      <FormSection id="section-work" number={1} title={words.section.work}>
        {objection('title')}
        <FormInput name="title" label={label.title} hint={words.titleHint} defaultValue={draft.title} />
        {objection('aliases')}
        <FormTextarea
          name="aliases"
          label={label.aliases}
          optional={words.optional}
          hint={words.aliasesHint}
          rows={2}
          defaultValue={draft.aliases}
        />
        {near}
      </FormSection>
      <FormSection id="section-kind" number={2} title={words.section.kind}>
        {objection('era')}
        {objection('genre')}
        <FormRow>
          <FormSelect name="era" label={label.era} options={choices.eras} empty={words.choose} defaultValue={draft.era} />
          <FormSelect name="genre" label={label.genre} options={choices.genres} empty={words.choose} defaultValue={draft.genre} />
        </FormRow>
        {objection('form')}
        <FormRadioGroup name="form" label={label.form} options={choices.forms} defaultValue={draft.form} inline />
        {objection('aiMade')}
        <FormRadioGroup
          name="aiMade"
          label={label.aiMade}
          hint={words.aiMadeHint}
          options={choices.aiMade}
          defaultValue={draft.aiMade}
          inline
        />
      </FormSection>
      <FormSection id="section-episodes" number={3} title={words.section.episodes}>
        {objection('episodes')}
        <EpisodesField rows={draft.episodes} lines={draft.episodeLines} words={words} changed={changed} />
      </FormSection>
      <FormSection id="section-story" number={4} title={words.section.story}>
        {objection('synopsis')}
        <FormTextarea
          name="synopsis"
          label={label.synopsis}
          hideLabel
          hint={words.synopsisHint}
          rows={10}
          limit={SYNOPSIS_MAX}
          defaultValue={draft.synopsis}
        />
      </FormSection>
      <FormSection id="section-money" number={5} title={words.section.money}>
        {objection('producer')}
        <Producer>{producer}</Producer>
        {objection('investment')}
        <FormInput
          name="investment"
          label={label.investment}
          hint={words.investmentHint}
          inputMode="decimal"
          defaultValue={draft.investment}
          className="max-w-70"
        />
      </FormSection>
      <FormSection id="section-class" number={6} title={words.section.class}>
        {objection('specialSubjects')}
        <Boxes
          name="specialSubjects"
          label={label.specialSubjects}
          optional={words.optional}
          hint={words.subjectsHint}
          options={choices.subjects}
          chosen={draft.specialSubjects}
        />
        {objection('mainPush')}
        {objection('firstScreen')}
        {objection('voluntary')}
        <div className="grid gap-3">
          <FormCheckbox name="mainPush" label={label.mainPush} hint={promotion(words.mainPushHint)} defaultChecked={draft.mainPush} />
          <FormCheckbox
            name="firstScreen"
            label={label.firstScreen}
            hint={promotion(words.firstScreenHint)}
            defaultChecked={draft.firstScreen}
          />
          <FormCheckbox name="voluntary" label={label.voluntary} hint={words.voluntaryHint} defaultChecked={draft.voluntary} />
        </div>
        {classed}
      </FormSection>
      <FormSection id="section-platforms" number={7} title={words.section.platforms}>
        {objection('platformIds')}
        {choices.platforms.length > 0 ? (
          <Boxes
            name="platformIds"
            label={label.platformIds}
            optional={words.optional}
            hint={words.platformsHint}
            options={choices.platforms}
            chosen={draft.platformIds}
          />
        ) : (
          <p className="text-ink-2">{words.noPlatforms}</p>
        )}
      </FormSection>
      {returned && (
        <FormTextarea
          name="note"
          label={words.note}
          optional={words.optional}
          hint={words.noteHint}
          limit={500}
          className="mb-6"
          defaultValue={typed ? String(typed.note ?? '') : ''}
        />
      )}
    </>
  )
}
