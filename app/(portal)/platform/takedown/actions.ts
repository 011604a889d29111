'use server'

import { formAction } from '@/app/_server/action'
import { answerOrder, findAbsent, supplementAnswer } from '@/lib/takedown/commands/answer'
import { absentInput, answerInput, supplementInput } from '@/lib/takedown/input'

export const answer = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'takedown',
  called: { answer: 'form.which', episodeCount: 'form.episodeCount', links: 'form.links', note: 'form.note', reason: 'form.reason' },
  input: answerInput,
  run: answerOrder,
  then: ({ number }) => `/c/${number}`,
})
export const supplement = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'takedown',
  called: { episodeCount: 'form.moreEpisodes', links: 'form.links' },
  input: supplementInput,
  run: supplementAnswer,
  then: ({ number }) => `/c/${number}`,
})
export const findAbsentInMany = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'takedown',
  called: { rows: 'many.rows', 'rows.number': 'list.column.number', note: 'form.note' },
  input: absentInput,
  each: ({ rows, note }) => Object.values(rows).map((row) => ({ id: row.id, named: row.number, input: { rows: { one: row }, note } })),
  run: findAbsent,
})
