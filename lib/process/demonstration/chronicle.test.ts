import { expect, test } from 'vitest'
import { chronicle } from './chronicle'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const nothing = async () => {}

test('what was told case by case is done in the order of time', () => {
  const { plan, deeds } = chronicle()
  plan('a', at(1), nothing)
  plan('a', at(5), nothing)
  plan('b', at(3), nothing, { needs: ['later told'] })
  plan('c', at(2), nothing, { makes: 'later told' })
  expect(deeds().map((deed) => deed.at.getUTCHours())).toEqual([1, 2, 3, 5])
})

test('a case out of order is refused, and so is what comes before it can', () => {
  const { plan, deeds } = chronicle()
  plan('a', at(5), nothing)
  expect(() => plan('a', at(4), nothing)).toThrow('a is told out of order')
  plan('b', at(2), nothing, { makes: 'b upheld' })
  plan('c', at(2), nothing, { needs: ['b upheld'] })
  expect(deeds).toThrow('c needs b upheld')
})
