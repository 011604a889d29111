import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cloneDatabase } from './testing/database'
import { kinds, oracleReaders } from './testing/readers'

const { db, owner } = await cloneDatabase(import.meta.url)
const { organization, ask } = await oracleReaders(db, owner)
const readers = Object.keys(kinds)

/** Of these the oracle's rows give nobody anything to be told; their own tests do. */
const SILENT = [
  'blocked_operator(uuid)',
  'blocked_operators(uuid[])',
  'board_is_open(uuid)',
  'close_password_resets(uuid)',
  'earlier_findings(uuid,uuid,timestamp with time zone,boolean)',
  'has_merged(uuid)',
  'is_later(takedown_orders)',
  'mini_program_was_listed(uuid)',
  'names_holding(text,text[],integer)',
  'target_rulings(uuid[])',
]

/** What passes by the policies to ask across tables, kept by hand: whom each function answers. */
const FUNCTIONS = readFileSync('db/testing/functions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, signature, answers] = /^"?(.+?)"?,(\w+)$/.exec(line)!
    return { signature: signature!, answers: answers! }
  })
const answering = (...ways: string[]) => FUNCTIONS.filter(({ answers }) => ways.includes(answers)).map(({ signature }) => signature)
const KINDS_ASKED = ['account', 'drama', 'violation', 'rectification', 'platform', '微信']
const WORDS_ASKED = ['91110108DEMA00002R', 'compliance@kuaishou.example']
const list = (values: string[], type: string) => `array[${values.map((value) => `'${value}'`)}]::${type}[]`

/** The question put with every id that there is, as `kind`; where a second organization is named, with each of these. */
async function questions(signature: string, organizations: string[]) {
  const [name, typed] = [signature.slice(0, signature.indexOf('(')), signature.slice(signature.indexOf('(') + 1, -1)]
  const ids = await owner.execute<{ id: string }>(sql`
    select id from dramas union all select id from violations union all select id from violation_subjects union all select id from blacklist_entries
    union all select id from takedown_orders union all select id from penalties union all select id from rectifications union all select id from batches
    union all select id from campaigns union all select id from announcements union all select id from mini_programs union all select id from platform_accounts
    union all select id from inspection_frames union all select id from registrations union all select id from biweekly_reports union all select id from guidance_items union all select id from inspection_sheets union all select id from members union all select id from organizations`)
  const each = `unnest(${list(
    ids.map(({ id }) => id),
    'uuid',
  )})`
  const words: Record<string, string> = {
    text: `unnest(${list(typed.includes(',') ? KINDS_ASKED : WORDS_ASKED, 'text')})`,
    'text[]': `(values (array['t', '公开', '被举']))`,
    integer: '(values (100))',
    boolean: '(values (true), (false))',
    'timestamp with time zone': `(values (now() - interval '90 days'))`,
    'uuid[]': `(select array[id] from ${each} id)`,
    takedown_orders: '(select o from takedown_orders o)',
    blacklist_entries: '(select e from blacklist_entries e)',
  }
  const types = typed === '' ? [] : typed.split(',')
  const from = types.map((type, i) => {
    const second = type === 'uuid' && types.slice(0, i).includes('uuid')
    return `${second ? `unnest(${list(organizations, 'uuid')})` : type === 'uuid' ? each : words[type]} a${i} (v)`
  })
  return `select 1 from ${[...from, `lateral ${name}(${types.map((_, i) => `a${i}.v`)}) r`].join(', ')} where r::text !~ '^(false)?[(,0)]*$' limit 1`
}

test('every function that passes by the policies is listed; what answers others alone cannot be called', async () => {
  const there = await owner.execute<{ signature: string; open: boolean }>(sql`
    select oid::regprocedure::text as signature, has_function_privilege('portal_app', oid, 'execute') as open
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype`)
  const signatures = (open: boolean) => there.filter((one) => one.open === open).map(({ signature }) => signature)
  expect(signatures(true).toSorted()).toEqual(answering('own', 'seen', 'told', 'house', 'secret').toSorted())
  expect(signatures(false).toSorted()).toEqual(answering('within').toSorted())
})

test.each(answering('own', 'seen', 'told', 'house'))('%s answers somebody, and nobody without a context', async (signature) => {
  const question = await questions(signature, [...organization.values()])
  expect(await ask(null, question)).toEqual([])
  const answered = await Promise.all(['house', ...readers].map((reader) => ask(reader, question)))
  expect(answered.some((rows) => rows.length > 0)).toBe(!SILENT.includes(signature))
})

test.each(answering('house'))('%s answers no member and no visitor', async (signature) => {
  for (const reader of readers) expect(await ask(reader, await questions(signature, [])), reader).toEqual([])
})

test.each(answering('own'))('%s tells an organization nothing of another', async (signature) => {
  for (const reader of readers.filter((one) => one !== 'national')) {
    const others = [...organization.values()].filter((id) => id !== organization.get(reader))
    expect(await ask(reader, await questions(signature, others)), reader).toEqual([])
  }
})
