import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signIns } from './sign-ins'

const told = signIns()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/ {2,}/))

test('a start tells of the same people as the README, with the same duties', () => {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| (.+) \| (\S+@\S+) \| (.+) \|$/gm)]
  expect(told).toEqual(rows.map(([, who, address, duties]) => [address, who, duties]))
})

test('it fits a narrow terminal', () => {
  for (const line of signIns().split('\n')) expect(line.length).toBeLessThanOrEqual(90)
})
