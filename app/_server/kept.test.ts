import { expect, test, vi } from 'vitest'

vi.mock('server-only', () => ({}))
const { keepAnswer, keepState, keptAnswer, keptState } = await import('./kept')
const answer = (text: string) => ({
  title: '没有办理',
  typed: [
    { label: '理由', text },
    { label: '备注', text: '后面的' },
  ],
})

test('an answer is read by its token alone, and as often as the page is loaded', () => {
  const token = keepAnswer(answer('镜头为剧情所需'))
  expect(keptAnswer(token)).toMatchObject(answer('镜头为剧情所需'))
  expect(keptAnswer(token)).not.toBeNull()
  expect([keptAnswer(null), keptAnswer(`${token}x`)]).toEqual([null, null])
})

test('no sender fills the memory: of one answer so much is kept, and of answers the latest', () => {
  const long = keptAnswer(keepAnswer(answer('长'.repeat(1_000_000))))!
  expect(long.typed.map(({ text }) => text.length)).toEqual([49_998])
  const typed = { note: '长'.repeat(1_000_000), items: ['V01-01', '后面的'] }
  const kept = keptState(keepState({ status: 'looked', turn: 1, typed, key: '', found: { said: '', choices: [] } }))
  expect(JSON.stringify(kept).length).toBeLessThan(51_000)
  expect(kept).toMatchObject({ typed: { note: expect.stringMatching(/^长+$/) } })
  const first = keepAnswer(answer('一'))
  for (let n = 0; n < 500; n += 1) keepAnswer(answer('二'))
  expect(keptAnswer(first)).toBeNull()
})

test('a form’s answer is shown in its form alone, and a note at the head of a page alone', () => {
  const [state, note] = [keepState({ status: 'idle', turn: 1 }), keepAnswer(answer('一'))]
  expect([keptState(state), keptAnswer(state)]).toEqual([{ status: 'idle', turn: 1 }, null])
  expect([keptState(note), keptState(undefined)]).toEqual([null, null])
})
