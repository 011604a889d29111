'use server'

import { formAction } from '@/app/_server/action'
import { locale } from '@/app/_server/locale'
import { addressOfRequest } from '@/app/_server/sign-in'
import { fitting } from '@/lib/kernel/form'
import {
  applyAsCreator,
  applyAsPlatform,
  applyUnseen,
  faultsOfCreator,
  faultsOfPlatform,
  reapplyAsCreator,
  reapplyAsPlatform,
} from '@/lib/organization/commands/apply'
import { applyCreatorInput, applyPlatformInput, reapplyCreatorInput, reapplyPlatformInput } from '@/lib/organization/input'
import { rulebook } from '@/lib/rulebook/queries'

/** A platform that the rulebook names has its name from there. */
async function named<T extends { code?: string; shortName?: string }>(on: Parameters<typeof rulebook>[0], input: T): Promise<T> {
  const known = (await rulebook(on)).platforms.find(({ code }) => code === input.code)
  return { ...input, code: known?.code, shortName: known?.zh ?? input.shortName }
}

/** What the form of a platform calls otherwise than that of a creator. */
const called = { provinceCode: 'homeCode', licenceNumber: 'platformLicence' }

export const applyCreator = formAction({
  as: 'visitor',
  noun: 'organization',
  input: applyCreatorInput,
  also: (act, sent) => faultsOfCreator(act, fitting(applyCreatorInput.shape, sent).input),
  run: async (act, input) => applyUnseen(act, { ...input, locale: await locale() }, await addressOfRequest(), applyAsCreator),
  then: () => '/sign-in?note=applied',
})

export const applyPlatform = formAction({
  as: 'visitor',
  noun: 'organization',
  called,
  input: applyPlatformInput,
  also: async (act, sent) => faultsOfPlatform(act, await named(act.tx, fitting(applyPlatformInput.shape, sent).input)),
  run: async (act, input) =>
    applyUnseen(act, { ...(await named(act.tx, input)), locale: await locale() }, await addressOfRequest(), applyAsPlatform),
  then: () => '/sign-in?note=applied',
})

export const reapplyCreator = formAction({
  as: ['visitor'],
  noun: 'organization',
  input: reapplyCreatorInput,
  also: (act, sent) => faultsOfCreator(act, fitting(reapplyCreatorInput.shape, sent).input),
  run: reapplyAsCreator,
  then: () => '/application',
})

export const reapplyPlatform = formAction({
  as: ['visitor'],
  noun: 'organization',
  called,
  input: reapplyPlatformInput,
  also: async (act, sent) => faultsOfPlatform(act, await named(act.tx, fitting(reapplyPlatformInput.shape, sent).input)),
  run: async (act, input) => reapplyAsPlatform(act, await named(act.tx, input)),
  then: () => '/application',
})
