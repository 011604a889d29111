import { expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { licenceForFiling, licenceStanding } from './licence'

const on = asDay('2026-11-24')
test.for([
  [null, 'unknown', ['blocks', 'warns', 'serves']],
  ['2026-11-23', 'expired', ['blocks', 'warns', 'serves']],
  ['2026-11-24', 'expiring', ['warns', 'warns', 'serves']],
  ['2026-12-23', 'expiring', ['warns', 'warns', 'serves']],
  ['2026-12-24', 'valid', ['serves', 'serves', 'serves']],
  ['2028-03-31', 'valid', ['serves', 'serves', 'serves']],
] as const)('a licence to %s is %s', ([expiresOn, standing, filings]) => {
  expect(licenceStanding(expiresOn ? asDay(expiresOn) : null, on)).toBe(standing)
  expect(([1, 2, 3] as const).map((filedAs) => licenceForFiling(filedAs, standing))).toEqual(filings)
})
