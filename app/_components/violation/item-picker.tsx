'use client'

import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { useAnswer, useErrors } from '@/app/_components/form/action-form'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { controlClass, FieldError } from '@/app/_ui/field'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import type { SubjectKind } from '@/lib/violation/rules'
import { useFiling } from './filing-context'
import { fill, listAt, textAt } from './typed'

export type PickItem = {
  code: string
  name: string
  /** In the other language, for whoever searches in it. */
  also: string
  basis: string
  /** Management notices on the item. */
  notices: { number: string; title: string }[]
  severity: 1 | 2 | 3 | 4
  severityText: string
  for: SubjectKind[]
}
export type PickGroup = { code: string; name: string; items: PickItem[] }

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
const holds = (item: PickItem, group: PickGroup, words: string) =>
  words === '' || [item.code, item.name, item.also, item.basis, group.name].some((text) => plain(text).includes(words))

function ItemLine({ item, chosen, onChoose }: { item: PickItem; chosen: boolean; onChoose: (code: string, on: boolean) => void }) {
  const { draft, words } = useFiling()
  const { id, error } = useAnswer(`items.${item.code}`)
  const targets = listAt(draft, `targets.${item.code}`)
  return (
    <div id={id} tabIndex={-1} className={clsx('choice px-3 py-2', chosen && 'bg-accent-tint', error && 'border-l-4 border-overdue')}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="grid cursor-pointer grid-cols-[18px_60px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 max-desk:min-h-11 max-desk:grid-cols-[22px_minmax(0,1fr)_auto]">
        <input
          type="checkbox"
          name="items"
          value={item.code}
          defaultChecked={chosen}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChoose(item.code, event.target.checked)}
          className="size-[18px] translate-y-0.5 accent-accent-fill max-desk:size-[22px]"
        />
        <span className="text-ink-2 max-desk:order-3 max-desk:col-start-2 max-desk:text-13">{item.code}</span>
        <span>
          <span className="font-medium">{item.name}</span>
          {item.basis && <span className="block text-13 text-ink-2">{item.basis}</span>}
        </span>
        <Severity level={item.severity} label={item.severityText} />
      </label>
      {item.notices.length > 0 && (
        <ul className="pl-[98px] text-13 max-desk:pl-8">
          {item.notices.map(({ number, title }) => (
            <li key={number}>
              <Link href={`/c/${number}`} target="_blank" className="m-0! block w-fit py-0.5! underline underline-offset-3">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {item.for.length > 1 && (
        <fieldset className="choice-more pt-1.5 pl-[98px] max-desk:pl-8" data-targets="">
          <legend className="sr-only">
            {item.code} {words.against}
          </legend>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
            <span aria-hidden="true" className="text-ink-2">
              {words.against}
            </span>
            {item.for.map((kind) => (
              <label key={kind} className="inline-flex min-h-6 items-center gap-1.5 max-desk:min-h-11">
                <input
                  type="checkbox"
                  name={`targets.${item.code}`}
                  value={kind}
                  defaultChecked={targets.includes(kind)}
                  className="size-4 accent-accent-fill"
                />
                {words.subjectName[kind]}
              </label>
            ))}
          </span>
        </fieldset>
      )}
    </div>
  )
}

const groupClass =
  'flex cursor-pointer items-center gap-2.5 border-l-[3px] border-transparent px-3 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-surface has-checked:font-bold has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-desk:min-h-11 desk:not-in-data-searching:col-start-1 desk:in-data-searching:col-span-2 in-data-searching:cursor-default in-data-searching:border-transparent in-data-searching:bg-page in-data-searching:font-bold'

/** The taxonomy by its groups, with search, which never hides what is chosen. Groups open and close by themselves; without script the search goes through the form. */
export function ItemPicker({ groups }: { groups: PickGroup[] }) {
  const { draft, words } = useFiling()
  const { id, error, turn } = useAnswer('items')
  const wrong = useErrors()
  const [chosen, setChosen] = useState(() => listAt(draft, 'items'))
  const [search, setSearch] = useState(() => textAt(draft, 'findItems'))
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const choose = (code: string, on: boolean) => setChosen((all) => (on ? [...all, code] : all.filter((one) => one !== code)))
  const uncheck = (code: string) => {
    const box = document.querySelector<HTMLInputElement>(`input[name="items"][value="${code}"]`)
    box?.click()
  }
  const sought = plain(search)
  const all = groups.flatMap((group) => group.items.map((item) => ({ item, group })))
  const picked = chosen.flatMap((code) => all.find(({ item }) => item.code === code)?.item ?? [])
  const found = all.some(({ item, group }) => holds(item, group, sought))
  const holding = (holdsIt: (item: PickItem) => boolean) => groups.find((group) => group.items.some(holdsIt))?.code
  const first = holding(({ code }) => wrong.includes(`items.${code}`)) ?? holding(({ code }) => chosen.includes(code)) ?? groups[0]?.code
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
      className={clsx('grid gap-3', error && 'border-l-4 border-overdue pl-3.5')}
    >
      <legend className="sr-only">{words.field.items}</legend>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {picked.length > 0 && (
        <ul aria-label={words.chosen} className="flex flex-wrap gap-2">
          {picked.map(({ code, name }) => (
            <li key={code}>
              <Chip remove={scripted ? { label: fill(words.remove, { name: code }), onClick: () => uncheck(code) } : undefined}>
                <span className="official">{code}</span> {name}
                {!scripted && <span className="pr-1.5" />}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <input
          type="search"
          name="findItems"
          defaultValue={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-label={words.itemSearch}
          placeholder={words.itemSearchHint}
          className={controlClass}
        />
        <span className="hidden flex-none noscript:block">
          <Button type="submit" name="do" value="items">
            {words.find}
          </Button>
        </span>
      </div>
      <div
        data-searching={sought ? '' : undefined}
        style={{ gridTemplateRows: `repeat(${groups.length}, auto) 1fr` }}
        className="grid overflow-clip rounded-ctl border border-control bg-page desk:grid-cols-[208px_minmax(0,1fr)]"
      >
        {groups.map((group) => {
          const shown = group.items.filter((item) => chosen.includes(item.code) || holds(item, group, sought))
          const count = group.items.filter(({ code }) => chosen.includes(code)).length
          return (
            <div key={group.code} hidden={shown.length === 0} className="choice contents">
              <label className={groupClass}>
                <input
                  key={turn}
                  type="radio"
                  name="item-group"
                  form="item-groups"
                  value={group.code}
                  defaultChecked={group.code === first}
                  className="sr-only"
                />
                <span className="text-ink-2">{group.code}</span>
                <span className="flex-1">{group.name}</span>
                {count > 0 && <span className="font-bold text-accent">{count}</span>}
              </label>
              <fieldset className="choice-more min-w-0 bg-surface in-data-searching:block desk:border-l desk:border-line desk:not-in-data-searching:col-start-2 desk:not-in-data-searching:[grid-row:1/-1] desk:in-data-searching:col-span-2">
                <legend className="sr-only">{group.name}</legend>
                {group.items.map((item) => (
                  <div key={item.code} hidden={!shown.includes(item)} className="border-b border-line last:border-b-0">
                    <ItemLine item={item} chosen={chosen.includes(item.code)} onChoose={choose} />
                  </div>
                ))}
              </fieldset>
            </div>
          )
        })}
        {!found && <p className="px-3 py-2 text-ink-2 desk:col-span-2">{words.noItem}</p>}
      </div>
    </fieldset>
  )
}
