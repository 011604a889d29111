'use server'

import { formAction } from '@/app/_server/action'
import { openFiling, withdrawFiling } from '@/lib/registration/commands/draft'
import { keepFiling, resubmitFiling } from '@/lib/registration/commands/file'
import { removePoster } from '@/lib/registration/commands/poster'
import { keepInput, openInput, posterInput, resubmitInput, stepInput } from '@/lib/registration/input'

export const open = formAction({
  as: ['creator.editor', 'creator.signatory'],
  noun: 'registration',
  input: openInput,
  run: openFiling,
  then: ({ id }) => `/draft/${id}`,
})

export const keep = formAction({
  as: ['creator.editor', 'creator.signatory'],
  noun: 'registration',
  called: { episodeLines: 'form.lines', note: 'form.note' },
  input: keepInput,
  run: keepFiling,
  anew: ({ intent }) => intent !== 'submit' && intent !== 'offer',
  then: ({ number }) => (number ? `/c/${number}` : undefined),
  shown: ({ version }) => ({ version: String(version ?? '') }),
})

export const resubmit = formAction({
  as: ['creator.signatory'],
  noun: 'registration',
  called: { note: 'form.note' },
  input: resubmitInput,
  run: resubmitFiling,
  then: ({ number }) => `/c/${number}`,
})

export const withdraw = formAction({
  as: ['creator.signatory'],
  noun: 'registration',
  input: stepInput,
  run: withdrawFiling,
  then: (done) => ('number' in done && done.number ? `/c/${done.number}` : '/creator/drama'),
})

export const dropPoster = formAction({
  as: ['creator.editor', 'creator.signatory'],
  noun: 'registration',
  input: posterInput,
  run: removePoster,
})
