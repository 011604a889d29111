'use client'

import { useState } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { FormInput, FormSelect, FormTextarea } from '@/app/_components/form/fields'
import { Button } from '@/app/_ui/button'
import { FormRow } from '@/app/_ui/form-layout'
import { Note } from '@/app/_ui/note'
import { RadioGroup } from '@/app/_ui/radio-group'
import { useFiling } from './filing-context'
import { fill, listAt, textAt } from './typed'

/** A work of the register as it can be chosen. */
export type FoundWork = { id: string; title: string; code: string; producer: string; line: string; listed: boolean }
export type NearEntry = { entryId: string; number: string; title: string; reasons: string }
export type Platforms = { value: string; label: string }[]

function NearNote({ entry }: { entry: NearEntry }) {
  const { draft, words } = useFiling()
  return (
    <Note
      tone="waiting"
      title={
        <>
          {fill(words.nearTitle, { title: entry.title })} <a href={`/c/${entry.number}`}>{entry.number}</a>
        </>
      }
      action={
        <label className="flex items-center gap-2.5 max-desk:min-h-11">
          <input
            type="checkbox"
            name="cites"
            value={entry.entryId}
            defaultChecked={listAt(draft, 'cites').includes(entry.entryId)}
            className="size-[18px] accent-accent-fill"
          />
          {words.cite}
        </label>
      }
    >
      <p className="text-13 text-ink-2">
        {entry.reasons} {words.nearAfter}
      </p>
    </Note>
  )
}

function NewWork() {
  const { draft, words } = useFiling()
  return (
    <div className="grid gap-4 pb-2">
      <FormRow>
        <FormInput
          name="producerName"
          label={words.field.producerName}
          optional={words.optional}
          hint={words.producerHint}
          defaultValue={textAt(draft, 'producerName')}
          maxLength={100}
        />
        <FormInput
          name="aliases"
          label={words.field.aliases}
          optional={words.optional}
          hint={words.aliasesHint}
          defaultValue={textAt(draft, 'aliases')}
          maxLength={500}
        />
      </FormRow>
    </div>
  )
}

/** Which work it is: one that the register knows, a new one, or none. */
function WorkChoice({ works, searched }: { works: FoundWork[]; searched: boolean }) {
  const { draft, words } = useFiling()
  const { id, error, turn } = useAnswer('work')
  const [chosen, choose] = useState(textAt(draft, 'work'))
  const options = works.map(({ id: value, title, code, producer, line, listed }) => ({
    value,
    label: (
      <>
        <span lang="zh-CN">《{title}》</span> <span className="font-normal">{producer}</span>
      </>
    ),
    hint: `${line} ${code}`,
    aside: listed ? words.workListed : undefined,
  }))
  return (
    <RadioGroup
      key={`${turn}-${works.map((work) => work.id).join()}`}
      name="work"
      id={id}
      label={words.field.work}
      hint={searched && works.length === 0 ? words.nothingFound : words.workHint}
      error={error}
      defaultValue={chosen}
      onChange={choose}
      options={[...options, { value: 'new', label: words.workNew, more: <NewWork /> }, { value: 'none', label: words.workNone }]}
    />
  )
}

function Elsewhere({
  name,
  title,
  ids,
  platforms,
  own,
}: {
  name: 'miniProgram' | 'account'
  title: string
  ids: [{ name: string; label: string }, { name: string; label: string }]
  platforms: Platforms
  own: string
}) {
  const { draft, words } = useFiling()
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-0.5 font-bold">
        {title} <span className="font-normal text-ink-3">{words.optional}</span>
      </legend>
      <div className="grid items-end gap-4 desk:grid-cols-[160px_minmax(0,1fr)_minmax(0,1fr)]">
        <FormSelect
          name={`${name}.platformId`}
          label={words.platform}
          options={platforms}
          empty={words.choose}
          defaultValue={textAt(draft, `${name}.platformId`) || own}
        />
        {ids.map((field) => (
          <FormInput
            key={field.name}
            name={`${name}.${field.name}`}
            label={field.label}
            defaultValue={textAt(draft, `${name}.${field.name}`)}
            maxLength={100}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What the report is about: the work, a mini-program, an account; and what of the blacklist it may be near to. */
export function WorkFields({
  works,
  searched,
  near,
  platforms,
  own,
  seenPlatform,
}: {
  works: FoundWork[]
  searched: boolean
  near: NearEntry[]
  platforms: Platforms
  own: string
  seenPlatform: boolean
}) {
  const { draft, words } = useFiling()
  return (
    <>
      <div>
        <FormInput
          name="title"
          label={words.field.title}
          hint={words.titleHint}
          defaultValue={textAt(draft, 'title')}
          maxLength={100}
          lang="zh-CN"
        />
        <span className="mt-2 hidden noscript:block">
          <Button type="submit" name="do" value="find" size="small">
            {words.find}
          </Button>
        </span>
      </div>
      {near.map((entry) => (
        <NearNote key={entry.entryId} entry={entry} />
      ))}
      <WorkChoice works={works} searched={searched} />
      <Elsewhere
        name="miniProgram"
        title={words.miniProgram}
        platforms={platforms}
        own={own}
        ids={[
          { name: 'name', label: words.miniProgramName },
          { name: 'appId', label: words.appId },
        ]}
      />
      <Elsewhere
        name="account"
        title={words.account}
        platforms={platforms}
        own={own}
        ids={[
          { name: 'handle', label: words.handle },
          { name: 'accountId', label: words.accountId },
        ]}
      />
      {seenPlatform && (
        <FormSelect
          name="platformId"
          label={words.seenPlatform}
          hint={words.seenPlatformHint}
          options={platforms}
          empty={words.choose}
          defaultValue={textAt(draft, 'platformId')}
          className="max-w-90"
        />
      )}
    </>
  )
}

/** What was seen, in the filer's words, and where. */
export function SeenFields() {
  const { draft, words } = useFiling()
  return (
    <>
      <FormTextarea
        name="description"
        label={words.field.description}
        optional={words.optional}
        hint={words.descriptionHint}
        rows={5}
        limit={5000}
        defaultValue={textAt(draft, 'description')}
      />
      <FormTextarea
        name="links"
        label={words.field.links}
        optional={words.optional}
        hint={words.linksHint}
        rows={3}
        defaultValue={textAt(draft, 'links')}
      />
    </>
  )
}
