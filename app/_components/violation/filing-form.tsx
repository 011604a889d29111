'use client'

import type { ReactNode } from 'react'
import { ActionForm, useErrors } from '@/app/_components/form/action-form'
import { FormDateTime, FormRadioGroup } from '@/app/_components/form/fields'
import { NotKept, type NotKeptWords } from '@/app/_components/form/not-kept'
import { type Saving, useAutosave } from '@/app/_components/form/use-autosave'
import { type Arrived, ArrivedRow, DropZone, UploadRow } from '@/app/_components/upload/upload-rows'
import { useUploads } from '@/app/_components/upload/use-uploads'
import { Button } from '@/app/_ui/button'
import { FormActs, FormLayout, FormProgress, FormRow, FormSection } from '@/app/_ui/form-layout'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { saveReport } from './actions'
import { FilingProvider, type FilingWords, useFiling } from './filing-context'
import { ItemPicker, type PickGroup } from './item-picker'
import { PlaceRows } from './place-rows'
import { type Draft, fill, keysAt, listAt, textAt } from './typed'
import { type FoundWork, type NearEntry, type Platforms, SeenFields, WorkFields } from './work-fields'

export type FilingProps = {
  id: string
  version: number
  formKey: string
  /** As it stands in the database now; the fields begin with what it was when the page was opened. */
  draft: Draft
  words: FilingWords
  busy: string
  over: NotKeptWords
  today: string
  platforms: Platforms
  /** The filer's own platform; empty for CNSA, which says where it was seen. */
  own: string
  works: FoundWork[]
  near: NearEntry[]
  warnings: string[]
  groups: PickGroup[]
  evidence: Arrived[]
}

const SECTIONS = [
  { id: 'work', name: 'work', fields: /^(title|aliases|producerName|work|miniProgram|account|platformId|cites)/ },
  { id: 'places-section', name: 'places', fields: /^(stage|seenOn|places)/ },
  { id: 'items-section', name: 'items', fields: /^(items|targets)/ },
  { id: 'evidence-section', name: 'evidence', fields: /^(description|links)/ },
] as const
type Section = (typeof SECTIONS)[number]['id']

function SaveState({ saving, words }: { saving: Saving; words: FilingWords }) {
  return (
    <p role="status" className="min-h-5 text-13 text-ink-2 noscript:hidden">
      {saving.at === 'saved' && <State tone="done">{words.saved}</State>}
      {saving.at === 'failed' && <State tone="overdue" wrap>{`${words.notSaved}${saving.why}`}</State>}
      {saving.at === 'typed' && words.unsaved}
      {saving.at === 'saving' && words.saving}
    </p>
  )
}

function Progress({ draft, files, uploading }: { draft: Draft; files: number; uploading: boolean }) {
  const { words } = useFiling()
  const errors = useErrors()
  const rows = keysAt(draft, 'places.rows').filter((key) => textAt(draft, `places.rows.${key}.episode`)).length
  const items = listAt(draft, 'items').length
  const isDone = <State tone="done">{words.filled}</State>
  const arrived =
    files > 0 ? <State tone="done">{fill(words.fileCount, { count: files })}</State> : <State tone="draft">{words.optional}</State>
  const done: Record<Section, ReactNode> = {
    work: textAt(draft, 'work') !== '' && isDone,
    'places-section':
      textAt(draft, 'stage') !== '' &&
      textAt(draft, 'seenOn') !== '' &&
      (rows > 0 ? <State tone="done">{fill(words.placeCount, { count: rows })}</State> : isDone),
    'items-section': items > 0 && <State tone="done">{fill(words.itemCount, { count: items })}</State>,
    'evidence-section': uploading ? <State tone="progress">{words.uploading}</State> : arrived,
  }
  return (
    <FormProgress
      title={words.progress}
      items={SECTIONS.map(({ id, name, fields }) => {
        const wrong = errors.filter((field) => fields.test(field)).length
        const state = wrong > 0 ? fill(words.mend, { count: wrong }) : null
        return { href: `#${id}`, label: words.section[name], state: <Standing wrong={state} done={done[id]} toFill={words.toFill} /> }
      })}
    />
  )
}

function Standing({ wrong, done, toFill }: { wrong: string | null; done: ReactNode; toFill: string }) {
  if (wrong) return <State tone="overdue">{wrong}</State>
  return done || <State tone="draft">{toFill}</State>
}

/** The one form of a report's draft: numbered sections, what has come of them at the right, and a submit that waits for the files. */
export function FilingForm(props: FilingProps) {
  const { box, saving, version, save, changed } = useAutosave({
    action: saveReport,
    version: props.version,
    as: { name: 'do', value: 'keep' },
    offline: props.words.saveOffline,
  })
  return (
    <div ref={box} onInput={changed}>
      <ActionForm action={saveReport} formKey={props.formKey} hidden={{ id: props.id, version }}>
        <FilingProvider draft={props.draft} words={props.words}>
          <Filing {...props} saving={saving} onRemove={(remove) => save({ remove })} onOverwrite={() => void save({ do: 'overwrite' })} />
        </FilingProvider>
      </ActionForm>
    </div>
  )
}

function Filing({
  id,
  saving,
  onRemove,
  onOverwrite,
  draft: saved,
  busy,
  over,
  today,
  platforms,
  own,
  works,
  near,
  warnings,
  groups,
  evidence,
}: FilingProps & { saving: Saving; onRemove: (id: string) => void; onOverwrite: () => void }) {
  const { draft, words } = useFiling()
  const { uploads, add, retry, drop } = useUploads(`/api/evidence/${id}`, words.offline)
  const waiting = uploads.filter((upload) => !evidence.some((file) => file.id === upload.id))
  const [going, queued, failed] = (['going', 'queued', 'failed'] as const).map(
    (state) => waiting.filter((upload) => upload.state === state).length,
  ) as [number, number, number]
  const pending = going + queued
  const aside = (
    <>
      <SaveState saving={saving} words={words} />
      <Progress draft={saved} files={evidence.length} uploading={pending > 0} />
      <section>
        <h2 className="text-14! font-bold">{words.after}</h2>
        <ul className="mt-1.5 grid gap-1.5 text-13 text-ink-2">
          {words.afterText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
  return (
    <FormLayout aside={aside}>
      <FormSection id="work" number={1} title={words.section.work}>
        <WorkFields
          works={works}
          searched={textAt(saved, 'title') !== ''}
          near={near}
          platforms={platforms}
          own={own}
          seenPlatform={own === ''}
        />
      </FormSection>
      <FormSection id="places-section" number={2} title={words.section.places} hint={words.placesHint}>
        <FormRow>
          <FormRadioGroup
            name="stage"
            label={words.stage}
            inline
            defaultValue={textAt(draft, 'stage')}
            options={Object.entries(words.stageName).map(([value, label]) => ({ value, label }))}
          />
          <FormDateTime name="seenOn" label={words.seenOn} withTime={false} max={today} defaultValue={textAt(draft, 'seenOn')} />
        </FormRow>
        <PlaceRows />
      </FormSection>
      <FormSection id="items-section" number={3} title={words.section.items}>
        {warnings.map((warning) => (
          <Note key={warning} tone="waiting" title={warning} />
        ))}
        <ItemPicker groups={groups} />
      </FormSection>
      <FormSection id="evidence-section" number={4} title={words.section.evidence}>
        <SeenFields />
        <div className="grid gap-3">
          <div>
            <p className="font-bold">{words.field.evidence}</p>
            <p className="text-13 text-ink-2">{words.evidenceHint}</p>
          </div>
          <DropZone words={words} onFiles={add} />
          <span className="hidden noscript:block">
            <Button type="submit" name="do" value="attach">
              {words.attach}
            </Button>
          </span>
          {evidence.length + waiting.length > 0 && (
            <ul aria-label={words.files} className="@container border-t border-line">
              {evidence.map((file) => (
                <ArrivedRow key={file.id} file={file} words={words} onRemove={onRemove} />
              ))}
              {waiting.map((upload) => (
                <UploadRow key={upload.key} upload={upload} words={words} onRetry={retry} onDrop={drop} />
              ))}
            </ul>
          )}
        </div>
      </FormSection>
      <NotKept saving={saving} notSaved={words.notSaved} name="do" words={over} onOverwrite={onOverwrite} />
      <FormActs>
        {pending > 0 ? (
          <Button id="wait" size="main" reason={fill(words.waiting, { going, queued })}>
            {fill(words.waitFor, { count: pending })}
          </Button>
        ) : (
          <SubmitButton name="do" value="file" busyLabel={busy}>
            {words.submit}
          </SubmitButton>
        )}
        <Button type="submit" name="do" value="later" size="main">
          {words.later}
        </Button>
        {failed > 0 && <p className="text-13 text-overdue">{fill(words.failedFirst, { count: failed })}</p>}
      </FormActs>
    </FormLayout>
  )
}
