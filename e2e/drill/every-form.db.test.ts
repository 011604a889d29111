import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { type Actor, mintActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/id'
import { trials } from './trials'

const { db, owner } = await cloneDatabase(import.meta.url)
const tried = trials({ db, owner, as: await cast(db) })

/** The forms of the portal, as the hand-kept attack surface has them: `regulator/blacklist verify`. */
const forms = readFileSync('e2e/architecture/surface.txt', 'utf8')
  .split('\n')
  .flatMap((line) => /^app\/(?:\(\w+\)|_components)\/(.+)\/actions\.ts (\w+)$/.exec(line)?.slice(1).join(' ') ?? [])

const colleague = (actor: Actor) => (actor.memberId ? mintActor({ ...actor, memberId: newId() }) : actor)
const during = async (work: () => Promise<unknown>) => {
  const before = await lastEvent(owner)
  await work()
  return eventsSince(owner, before)
}
const times = (names: string[], name: string) => names.filter((one) => one === name).length

describe.each(Object.entries(tried))('%s', (_, arrange) => {
  test('of twenty at once, by as many people, one does it', async () => {
    const trial = await arrange()
    const answers: { ok: boolean }[] = []
    const happened = await during(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => trial.send(trial.own ? trial.by : colleague(trial.by), db)))))
    })
    const done = answers.filter(({ ok }) => ok).length
    expect(done).toBe(trial.again ? 20 : 1)
    if (trial.event) expect(times(happened, trial.event)).toBe(done)
    else expect(happened).toEqual([])
  })

  test('of twenty equal sendings of one form one counts, and all get its answer', async () => {
    const trial = await arrange()
    const key = newId()
    const answers: unknown[] = []
    const happened = await during(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => trial.send(trial.by, db, key)))))
    })
    expect(answers[0]).toMatchObject({ ok: true })
    expect(answers).toEqual(Array(20).fill(answers[0]))
    if (trial.event) expect(times(happened, trial.event)).toBe(1)
  })

  test('a stranger, and whoever comes too late, is refused and leaves everything as it was', async () => {
    const trial = await arrange()
    const before = await remembered(owner)
    expect(await trial.send(trial.stranger, db)).toMatchObject({ ok: false })
    expect(await remembered(owner)).toEqual(before)
    if (trial.again) return
    expect(await trial.send(trial.by, db)).toMatchObject({ ok: true })
    const after = await remembered(owner)
    expect(await trial.send(trial.by, db)).toMatchObject({ ok: false })
    expect(await remembered(owner)).toEqual(after)
  })
})

/** Forms whose twenty at once stand beside their nouns, because what surrounds them is theirs: the file, and how the test is called. */
const ELSEWHERE: Record<string, [file: string, test: string]> = {
  'apply applyCreator': ['lib/organization/commands.db.test.ts', 'of twenty equal applications one is opened'],
  'apply applyPlatform': ['lib/organization/commands.db.test.ts', 'of twenty organizations with one applicant’s address one is opened'],
  'join join': ['lib/organization/commands/member.db.test.ts', 'a link is used once, by whoever holds it'],
  'platform/biweekly write': ['lib/biweekly/commands.db.test.ts', 'of twenty who write at once is written once'],
  'platform/biweekly sign': ['lib/biweekly/commands.db.test.ts', 'and of twenty who sign signed once'],
  'platform/biweekly amend': ['lib/biweekly/commands.db.test.ts', 'amendment_open'],
  'association/inspection clean': ['lib/inspection/commands.db.test.ts', 'is filled in by one of twenty'],
  'rectification order': ['lib/rectification/commands.db.test.ts', 'of twenty who order at once opens one case'],
  'reset reset': ['lib/organization/commands/sign-in.db.test.ts', 'Array.from({ length: 20 }, () => perform(resetPassword'],
  // Whoever asks gets one answer, so there is no stranger, and nothing of it is too late.
  'reset request': ['lib/organization/commands/sign-in.db.test.ts', 'of twenty who ask for a link at once all get one answer'],
  'sign-in signIn': ['lib/organization/commands/sign-in.db.test.ts', 'twenty attempts at once are twenty'],
}

test('every form of the portal is tried here or where it is named, and a new one has its row', () => {
  expect([...Object.keys(tried), ...Object.keys(ELSEWHERE)].toSorted()).toEqual(forms.toSorted())
  for (const [form, [file, called]] of Object.entries(ELSEWHERE)) expect(readFileSync(file, 'utf8'), `${form} in ${file}`).toContain(called)
})
