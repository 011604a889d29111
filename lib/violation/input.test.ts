import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { draftInput, fileInput, mergeInput, upholdInput } from './input'
import { citationsOf } from './rules'

const ID = '01a21413-feea-7a53-842c-e146fd1b8188'
const sent = (over: object = {}) => ({
  do: 'file',
  id: ID,
  version: '3',
  work: 'new',
  title: '夜宴',
  stage: 'after_airing',
  seenOn: '2026-11-20',
  items: 'V04-02',
  ...over,
})
const complaints = (over: object) =>
  fileInput.safeParse(sent(over)).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

describe('a report as its form sends it', () => {
  test('one item alone is a list, times are seconds, empty groups are left out', () => {
    const read = fileInput.parse(
      sent({
        places: {
          rows: {
            0: { episode: '第 12 集', start: '00:38', end: '01:02', note: ' 片头 ' },
            1: { episode: '', start: '', end: '', note: '' },
          },
          text: '13\n１４　００：０１',
        },
        miniProgram: { platformId: '', appId: '', name: '' },
        account: { platformId: ID, accountId: ' yese ', handle: '夜色' },
        aliases: '夜宴之局、 夜宴之谜；夜宴之局',
        links: 'https://a.example/1\nhttps://a.example/1',
        platformId: '',
      }),
    )
    expect(read).toMatchObject({
      version: 3,
      items: ['V04-02'],
      targets: {},
      cites: [],
      aliases: ['夜宴之局', '夜宴之谜'],
      links: ['https://a.example/1'],
      account: { accountId: 'yese', handle: '夜色' },
      places: [
        { episode: 12, start: 38, end: 62, note: '片头' },
        { episode: 13, start: null, end: null, note: '' },
        { episode: 14, start: 1, end: null, note: '' },
      ],
    })
    expect([read.miniProgram, read.platformId]).toEqual([undefined, undefined])
  })

  test.for<[string, object, string]>([
    ['no work chosen', { work: '' }, 'work work_missing'],
    ['a new work without a title', { title: ' ' }, 'title required'],
    ['nothing that it is about', { work: 'none' }, 'work subject_missing'],
    [
      'episodes of no work',
      { work: 'none', places: { text: '12' }, account: { platformId: ID, accountId: 'a', handle: 'b' } },
      'work places_without_work',
    ],
    ['half an account', { account: { platformId: ID, accountId: '', handle: 'b' } }, 'account.accountId required'],
    ['no stage', { stage: '' }, 'stage required'],
    ['no day', { seenOn: '2026-02-30' }, 'seenOn not_a_day'],
    ['no item', { items: '' }, 'items item_missing'],
    [
      'an end before its start',
      { places: { rows: { 7: { episode: '15', start: '03:45', end: '03:20' } } } },
      'places.rows.7.end end_before_start',
    ],
    ['an end without a start', { places: { rows: { 7: { episode: '15', end: '03:20' } } } }, 'places.rows.7.start start_missing'],
    ['a time that is none', { places: { rows: { 7: { episode: '15', start: '3:2' } } } }, 'places.rows.7.start timecode_unknown'],
    ['a row without its episode', { places: { rows: { 7: { episode: '', start: '03:20' } } } }, 'places.rows.7.episode episode_missing'],
    ['an episode that is none', { places: { rows: { 7: { episode: '十五' } } } }, 'places.rows.7.episode episode_unknown'],
    ['a line that is none', { places: { text: '12 00:01\n全剧' } }, 'places.text line_not_understood'],
    ['a link that is none', { links: 'javascript:alert(1)' }, 'links not_a_link'],
    ['a field that nobody asked for', { state: 'upheld' }, ' Unrecognized key: "state"'],
  ])('%s', ([, over, complaint]) => expect(complaints(over)).toEqual([complaint]))

  test('every wrong row is named, with its own words', () => {
    const rows = { 0: { episode: '1', start: '00:02', end: '00:01' }, 4: { episode: 'x' } }
    const { issues } = fileInput.safeParse(sent({ places: { rows } })).error!
    expect(issues).toMatchObject([
      { path: ['places', 'rows', '0', 'end'], params: { episode: 1, start: '00:02', end: '00:01' } },
      { path: ['places', 'rows', '4', 'episode'] },
    ])
  })
})

describe('the draft’s one form', () => {
  test('whatever is asked but filing keeps the fields as typed', () => {
    const { do: _, ...rest } = sent({ title: '', places: { rows: { 0: { episode: 'x' } } } })
    expect(draftInput.parse({ ...rest, do: 'find' })).toMatchObject({
      do: 'find',
      id: ID,
      version: 3,
      draft: { title: '', places: { rows: { 0: { episode: 'x' } } } },
    })
    expect(draftInput.parse({ ...rest, do: 'file', remove: ID })).toMatchObject({ do: 'keep', remove: ID })
    expect(draftInput.safeParse({ ...rest, do: 'uphold' }).success).toBe(false)
  })
  test('filing complains at the field itself', () => {
    expect(draftInput.safeParse(sent({ title: '' })).error?.issues.map(({ path }) => path)).toEqual([['title']])
  })
  test('a draft has an end', () => {
    const { do: _, ...rest } = sent({ description: 'x'.repeat(200_000) })
    expect(draftInput.safeParse({ ...rest, do: 'keep' }).error?.issues[0]?.message).toBe('too_long')
  })
})

test('rulings and numbers', () => {
  expect(
    upholdInput
      .safeParse({ id: ID, version: '2', rulings: { [ID]: { outcome: '', items: [], reason: ' ' } } })
      .error?.issues.map(({ message }) => message),
  ).toEqual(['ruling_missing', 'reason_missing'])
  expect(mergeInput.parse({ id: ID, version: '2', into: ' jb-2026-0418 ' }).into).toBe('JB-2026-0418')
  expect(mergeInput.safeParse({ id: ID, version: '2', into: 'HM-2026-1' }).error?.issues[0]?.message).toBe('not_a_number_of_reports')
})

describe('which subject an item is cited for', () => {
  const taxonomy = referenceRows('violation_taxonomy')
  test.for([
    ['the only one that fits', ['V12-04'], {}, ['drama', 'account'], 'subject_without_item drama'],
    ['the only one there is', ['V04-02'], {}, ['drama'], 'drama V04-02'],
    ['both, as said', ['V10-05'], { 'V10-05': ['drama', 'account'] }, ['drama', 'account'], 'drama V10-05, account V10-05'],
    ['each its own', ['V04-02', 'V12-04'], { 'V04-02': ['drama'] }, ['drama', 'account'], 'drama V04-02, account V12-04'],
    ['either, unsaid', ['V10-05'], {}, ['drama', 'account'], 'item_without_subject'],
    ['none that fits', ['V12-04'], {}, ['drama'], 'item_not_for_subject drama'],
    ['one that is not there', ['V04-02'], { 'V04-02': ['account'] }, ['drama'], 'item_subject_absent account'],
  ] as const)('%s', ([, codes, targets, present, expected]) => {
    const cited = citationsOf(codes, targets as never, present, taxonomy)
    expect(
      cited.ok
        ? cited.value.map(({ kind, code }) => `${kind} ${code}`).join(', ')
        : [cited.code, cited.params?.kind].filter(Boolean).join(' '),
    ).toBe(expected)
  })
  test('every item that stands in the way is named by itself', () => {
    const cited = citationsOf(['V10-05', 'V04-02', 'V05-01'], { 'V04-02': ['drama'] }, ['drama', 'account'], taxonomy)
    expect(cited.ok ? [] : cited.faults).toMatchObject([{ field: 'items.V10-05', code: 'item_without_subject' }])
    const none = citationsOf(['V10-05', 'V12-04'], { 'V12-04': ['drama'] }, ['drama', 'account'], taxonomy)
    expect(none.ok ? [] : none.faults?.map(({ field }) => field)).toEqual(['items.V10-05', 'items.V12-04'])
  })
})
