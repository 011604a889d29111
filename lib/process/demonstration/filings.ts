import type { Act } from '@/db/act'
import type { FilingStep, Revision, Work } from '@/db/seed/works'
import { noteFile } from '@/lib/gateway/files'
import type { Stored } from '@/lib/gateway/store'
import { ok } from '@/lib/kernel/outcome'
import { addHours, dayOf } from '@/lib/kernel/time'
import type { Command } from '@/lib/perform'
import { openFiling, saveFiling, withdrawFiling } from '@/lib/registration/commands/draft'
import { offerFiling, resubmitFiling, submitFiling } from '@/lib/registration/commands/file'
import { passOver, recordNumber } from '@/lib/registration/commands/number'
import {
  approveFiling,
  forwardFiling,
  publishNotice,
  refuseFiling,
  rejectFiling,
  returnFiling,
  sendBackFiling,
} from '@/lib/registration/commands/review'
import { type Draft, EMPTY_DRAFT } from '@/lib/registration/rules/content'
import { posterFile, store } from './evidence/files'
import type { Scene } from './scene'

const TYPING_HOURS = 0.6
/** What makes a work public. */
const SHOWN = new Set<FilingStep['step']>(['offer', 'approve', 'publish'])

async function keepPoster({ act, person, directory }: Scene, { by, poster }: Work, at: Date): Promise<string> {
  if (poster === undefined) return ''
  const stored = await store(posterFile(poster), directory)
  const note = async (under: Act, sent: Stored) => {
    await noteFile(under, sent, directory)
    return ok(sent.sha256)
  }
  return act(note, await person(by), stored, at)
}

async function typedOf({ platform }: Scene, work: Work, poster: string): Promise<Draft> {
  const {
    title,
    aliases = '',
    era,
    genre,
    form = 'live_action',
    ai,
    episodes,
    investment,
    subjects = [],
    voluntary = false,
    synopsis,
    platforms = [],
  } = work
  return {
    ...EMPTY_DRAFT,
    title,
    aliases,
    era,
    genre,
    form,
    aiMade: ai ? 'yes' : 'no',
    episodeLines: episodes,
    synopsis,
    investment: String(investment),
    specialSubjects: [...subjects],
    voluntary,
    platformIds: await Promise.all(platforms.map(platform)),
    poster,
  }
}

async function revised(
  { platform }: Scene,
  before: Draft,
  { aliases, synopsis, investment, episodes, platforms }: Revision,
): Promise<Draft> {
  return {
    ...before,
    ...(aliases !== undefined && { aliases }),
    ...(synopsis !== undefined && { synopsis }),
    ...(investment !== undefined && { investment: String(investment) }),
    ...(episodes !== undefined && { episodes: [], episodeLines: episodes }),
    ...(platforms && { platformIds: await Promise.all(platforms.map(platform)) }),
  }
}

const officialNumber = (named: string, at: Date) => {
  const [issuer, serial] = named.split(' ')
  return `（${issuer}）网微剧备字（${dayOf(at).slice(0, 4)}）第${serial}号`
}

/** One act of a filing's history, with what is typed by then. */
async function happen({ act, person, step, known }: Scene, { key, by }: Work, told: FilingStep, typed: Draft, at: Date): Promise<unknown> {
  const creator = await person(by)
  const actor = 'by' in told ? await person(told.by) : creator
  const take = <I extends object, T, C extends string>(command: Command<I & { id: string; version: number }, T, C>, input: I) =>
    step(command, actor, 'registrations', key, input, at)
  switch (told.step) {
    case 'save':
    case 'revise':
      return take(saveFiling, { ...typed, note: '' })
    case 'submit':
      return take(submitFiling, { ...typed, note: '' })
    case 'offer':
      return take(offerFiling, { ...typed, note: '' })
    case 'resubmit':
      return take(resubmitFiling, { note: told.note ?? '' })
    case 'withdraw':
      return take(withdrawFiling, {})
    case 'approve':
      return take(approveFiling, {})
    case 'publish':
      return take(publishNotice, {})
    case 'forward':
      return take(forwardFiling, { opinion: told.opinion })
    case 'return':
    case 'send_back':
      return take(told.step === 'return' ? returnFiling : sendBackFiling, {
        objections: told.objections.map(({ quote = '', ...said }) => ({ ...said, quote })),
      })
    case 'refuse':
    case 'reject':
      return take(told.step === 'refuse' ? refuseFiling : rejectFiling, { reason: told.reason })
    case 'record':
      return act(recordNumber, actor, { id: known(key), officialNumber: officialNumber(told.number, at), asItCame: false }, at)
    case 'pass_over':
      return act(passOver, actor, { id: known(key), reason: told.reason }, at)
  }
}

/** Tells the history of a filing: its draft is opened a while before it is first saved, submitted or offered. */
export function tellFiling(scene: Scene, work: Work) {
  const { key, by, course } = work
  let typed = EMPTY_DRAFT
  scene.plan(key, addHours(scene.at(course[0]!.at), -TYPING_HOURS), async (at) => {
    const { id } = await scene.act(openFiling, await scene.person(by), {}, at)
    scene.know(key, id)
    typed = await typedOf(scene, work, await keepPoster(scene, work, at))
  })
  for (const step of course)
    scene.plan(
      key,
      scene.at(step.at),
      async (at) => {
        if (step.step === 'revise') typed = await revised(scene, typed, step.with)
        await happen(scene, work, step, typed, at)
      },
      SHOWN.has(step.step) ? { makes: `${key} shown` } : {},
    )
}
