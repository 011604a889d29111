import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { empty } from '@/db/empty'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { sealedCases, WAYS_TOLD, waysTo } from '@/db/testing/sealed'
import { announcementWorkflow } from '../announcement/workflow'
import { batchWorkflow } from '../batch/workflow'
import { biweeklyWorkflow } from '../biweekly/workflow'
import { blacklistWorkflow } from '../blacklist/workflow'
import { campaignWorkflow } from '../campaign/workflow'
import { consultationWorkflow } from '../consultation/workflow'
import { provide } from '../env'
import { guidanceWorkflow } from '../guidance/workflow'
import { planWorkflow, sheetWorkflow } from '../inspection/workflow'
import { type Duty, visitor } from '../kernel/actor'
import { NATIONAL_ID } from '../kernel/id'
import { dutiesOf, type Wait, type Workflow } from '../kernel/workflow'
import { invitationWorkflow, memberWorkflow, organizationWorkflow } from '../organization/workflow'
import { penaltyWorkflow } from '../penalty/workflow'
import { look } from '../perform'
import { rectificationWorkflow } from '../rectification/workflow'
import { caseFound } from '../register/queries/case'
import { registrationWorkflow } from '../registration/workflow'
import { takedownWorkflow } from '../takedown/workflow'
import { violationWorkflow } from '../violation/workflow'
import { begin, standingOf } from './demonstration/standing'
import { enroll, makeDemonstration, seed } from './seed'

const { db, url, owner } = await cloneDatabase(import.meta.url, 4)
const ownerUrl = Object.assign(new URL(inject('template').ownerUrl), { pathname: new URL(url).pathname }).href
const directory = mkdtempSync(join(tmpdir(), 'demonstration-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Row = Record<string, unknown>
const ask = async <T extends Row>(query: ReturnType<typeof sql>) => [...(await owner.execute<T>(query))]
const SILENT = () => {}

const nouns: Record<string, Workflow> = {
  organizations: organizationWorkflow as unknown as Workflow,
  members: memberWorkflow as unknown as Workflow,
  invitations: invitationWorkflow as unknown as Workflow,
  registrations: registrationWorkflow as unknown as Workflow,
  violations: violationWorkflow as unknown as Workflow,
  blacklist_entries: blacklistWorkflow as unknown as Workflow,
  takedown_orders: takedownWorkflow as unknown as Workflow,
  inspection_plans: planWorkflow as unknown as Workflow,
  inspection_sheets: sheetWorkflow as unknown as Workflow,
  penalties: penaltyWorkflow as unknown as Workflow,
  batches: batchWorkflow as unknown as Workflow,
  biweekly_reports: biweeklyWorkflow as unknown as Workflow,
  consultations: consultationWorkflow as unknown as Workflow,
  guidance_items: guidanceWorkflow as unknown as Workflow,
}
/** Nouns whose every state the demonstration does not show, but whose cases wait like the others. */
const waiters: Record<string, Workflow> = {
  ...nouns,
  announcements: announcementWorkflow as unknown as Workflow,
  campaigns: campaignWorkflow as unknown as Workflow,
}
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** For whom each case waits by the law of its noun, as `subject organization step`. */
async function expectedWaits() {
  const lines: string[] = []
  const asked = sql`, array(select platform_id from registration_plans p where p.registration_id = c.id and p.pending) as pending_platform_ids`
  for (const [table, workflow] of Object.entries(waiters))
    for (const row of await ask<Row & { id: string; state: string }>(
      sql`select c.* ${table === 'registrations' ? asked : sql``} from ${sql.identifier(table)} c`,
    )) {
      const wait = workflow.waits?.[row.state] as Wait | undefined
      if (!wait || (wait.when && !wait.when.is.includes(String(row[snake(wait.when.column)])))) continue
      const held = wait.of ? row[snake(wait.of)] : NATIONAL_ID
      for (const organization of [held].flat()) lines.push(`${row.id} ${organization} ${wait.step}`)
    }
  return lines.sort()
}

describe('the demonstration', () => {
  // An earlier making was cut off: this one is made as a start makes it.
  const said: string[] = []
  const say = (line: string) => said.push(line)
  beforeAll(async () => {
    provide({ DATA_DIR: directory })
    await empty(ownerUrl)
    await begin(db)
    await expect(seed(db, say)).rejects.toThrow('DATABASE_OWNER_URL')
    expect(await seed(db, say, ownerUrl)).toBe(true)
  }, 300_000)

  test('is made anew at start where only the owner can empty it, and then stays', async () => {
    expect(said[0]).toBe('The demonstration was left unfinished.')
    expect(await standingOf(db)).toBe('kept')
    expect(await seed(db, say, ownerUrl)).toBe(false)
  })

  test('shows every state of every noun', async () => {
    // Only a draft of a plan is withdrawn, and a draft that is withdrawn is deleted.
    const NEVER_SEEN: Record<string, string> = { inspection_plans: 'withdrawn' }
    for (const [table, { states }] of Object.entries(nouns)) {
      const found = await ask<{ state: string }>(sql`select distinct state from ${sql.identifier(table)}`)
      expect(found.map(({ state }) => state).sort(), table).toEqual(states.filter((state) => NEVER_SEEN[table] !== state).toSorted())
    }
  })

  test('has its cases found by their numbers by those for whom they have a page, and by nobody else', async () => {
    const as = await cast(db)
    const [creator, platform, cnsa] = ['wu.tong@yehang.example', 'compliance@douyin.example', 'fang.zheng@cnsa.example'].map(as)
    const readers = [visitor, creator!, platform!, cnsa!, as('chen.li@beijing.example'), as('zhou.min@nrta.example')]
    const found: Record<string, string> = {}
    for (const [table, { prefix }] of Object.entries({ ...waiters, rectifications: rectificationWorkflow as unknown as Workflow })) {
      if (!prefix) continue
      const numbers = await ask<{ number: string }>(sql`
        select number from (select number, row_number() over (order by number) as place, count(*) over () as of from ${sql.identifier(table)} where number is not null) c
        where place % greatest(of / 60, 1) = 0`)
      const marks: string[] = []
      for (const actor of readers)
        await look(
          actor,
          async (tx) => {
            const told = new Set<string | null>()
            for (const { number } of numbers) {
              const found = await caseFound(tx, actor, number)
              told.add(found && (found === number ? 'all' : found))
              if (told.size > 1) break
            }
            expect(await caseFound(tx, actor, `${prefix}-2026-99999`)).toBeNull()
            marks.push(told.size > 1 ? 'some' : ([...told][0] ?? 'none'))
          },
          db,
        )
      found[prefix] = marks.join(' ')
    }
    // The public, the creator, the platform, CNSA, the bureau, 总局.
    expect(found).toEqual({
      BA: 'some some some some some all',
      CF: 'none some some some some all',
      DR: 'none none some none some some',
      GG: 'some some some some some all',
      HM: 'some some some some some all',
      JB: 'none some some some some all',
      JG: 'none some some some some all',
      JK: 'none none none all none all',
      SZ: 'some some some some some all',
      WX: 'some some some some some all',
      XC: 'none none none all some all',
      XJ: 'none none all all all all',
      ZD: 'some some some some all all',
      ZG: 'none some some none some all',
      ZX: 'all all all all all all',
    })
  }, 120_000)

  test('leaves something to do for every duty that ever has something to do', async () => {
    const duties = new Set<Duty>()
    for (const workflow of Object.values(nouns))
      for (const wait of Object.values(workflow.waits ?? {}) as Wait[]) {
        for (const duty of dutiesOf(workflow, wait)) duties.add(duty)
        for (const duty of wait.escalates ? [wait.escalates.to].flat() : []) duties.add(duty)
      }
    const idle: Duty[] = []
    for (const duty of duties) {
      const [row] = await ask<{ there: boolean }>(sql`
        select exists (select from waiting w join organizations o on o.id = w.organization_id where ${duty} = any (w.duties) and o.kind = split_part(${duty}, '.', 1)) as there`)
      if (!row!.there) idle.push(duty)
    }
    expect([...duties].sort()).toEqual([
      'association.monitor',
      'creator.signatory',
      'national.approver',
      'national.reviewer',
      'platform.compliance',
      'platform.moderator',
      'province.reviewer',
    ])
    expect(idle).toEqual([])
  })

  test('has cases wait for those whose they are, and for nobody else but whoever stands above', async () => {
    // Whose it is to mend stands beside the case and is proven in its own room.
    const waiting = await ask<{ line: string; escalated: boolean }>(
      sql`select subject_id || ' ' || organization_id || ' ' || step as line, escalated_from is not null as escalated from waiting where noun <> 'rectification'`,
    )
    expect(waiting.flatMap(({ line, escalated }) => (escalated ? [] : [line])).sort()).toEqual(await expectedWaits())
    const above = await ask<{ noun: string; step: string; overdue: boolean }>(
      sql`select noun, step, due_at <= now() as overdue from waiting where escalated_from is not null order by noun`,
    )
    expect(above).toEqual(
      expect.arrayContaining([
        { noun: 'takedown', step: 'remind', overdue: true },
        { noun: 'violation', step: 'take_over', overdue: true },
      ]),
    )
    expect(above.every(({ overdue }) => overdue)).toBe(true)
  })

  test('knows nothing of the future but what is due or ends then', async () => {
    const AHEAD = ['due_at', 'scheduled_at', 'ordered_due_at', 'reappeared_due_at', 'ends_at', 'expires_at', 'tells_at']
    const columns = await ask<{ table: string; column: string }>(sql`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp with time zone'`)
    const future: string[] = []
    for (const { table, column } of columns.filter((one) => !AHEAD.includes(one.column))) {
      const [row] = await ask<{ ahead: boolean }>(
        sql`select exists (select from ${sql.identifier(table)} where ${sql.identifier(column)} > now()) as ahead`,
      )
      if (row!.ahead) future.push(`${table}.${column}`)
    }
    expect(columns.length).toBeGreaterThan(40)
    expect(future).toEqual([])
  })

  test('happened in the order in which it is recorded, from twelve weeks ago until today', async () => {
    const events = await ask<{ at: string }>(
      sql`select at from events where name not in ('organization.enrolled', 'guidance.carried') order by seq`,
    )
    const instants = events.map(({ at }) => new Date(at).getTime())
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    const weeks = (Date.now() - instants[0]!) / (7 * 86_400_000)
    expect(weeks).toBeGreaterThan(11)
    expect(weeks).toBeLessThan(13)
    expect(Date.now() - instants.at(-1)!).toBeLessThan(2 * 3_600_000)
  })

  test('counts what there is', async () => {
    for (const [prefix, table] of Object.entries({
      BA: 'registrations',
      HM: 'blacklist_entries',
      XJ: 'takedown_orders',
      CF: 'penalties',
      JG: 'organizations',
      XC: 'inspection_sheets',
    })) {
      const numbers = await ask<{ year: number; count: number; highest: number; last: number }>(sql`
        select c.year, count(t.number)::int as count, max(split_part(t.number, '-', 3)::int) as highest, c.last
        from case_counters c left join ${sql.identifier(table)} t on t.number like ${`${prefix}-`} || c.year || '-%' where c.prefix = ${prefix} group by c.year, c.last`)
      expect(numbers.length, prefix).toBeGreaterThan(0)
      for (const { count, highest, last } of numbers) expect([count, highest], prefix).toEqual([last, last])
    }
    const issued = await ask<{ count: number; last: number }>(sql`
      select count(r.id)::int as count, c.last from official_counters c
      left join registrations r on r.class = 2 and r.official_number like '（' || c.issuer || '）网微剧备字（' || c.year || '）%' group by c.issuer, c.year, c.last`)
    expect(issued.length).toBeGreaterThan(2)
    for (const { count, last } of issued) expect(count).toBe(last)
    const miscounted = await ask(sql`
      select d.title, d.listed_count from dramas d left join blacklist_subjects s on s.drama_id = d.id left join blacklist_entries e on e.id = s.entry_id
      group by d.id having d.listed_count <> count(e.id) filter (where e.state = 'listed')`)
    expect(miscounted).toEqual([])
  })

  test('tells of 《夜宴》: three persons, severity 4 found to be 3, four answers, one silence, and a namesake that is spared', async () => {
    const [entry] = await ask<Row>(
      sql`select state, severity, severity_proposed, (select count(*)::int from blacklist_subjects where entry_id = e.id) as works from blacklist_entries e where title = '夜宴'`,
    )
    expect(entry).toEqual({ state: 'listed', severity: 3, severity_proposed: 4, works: 2 })
    const orders = await ask<Row>(sql`
      select p.short_name as platform, o.state, round(extract(epoch from o.answered_at - o.opened_at) / 60)::int as minutes, a.episode_count as episodes, cardinality(a.links) as links,
        o.escalated_at is not null as escalated
      from takedown_orders o join organizations p on p.id = o.platform_id left join takedown_answers a on a.order_id = o.id
      where o.title = '夜宴' order by o.answered_at`)
    expect(orders).toEqual([
      { platform: '快手', state: 'removed', minutes: 18, episodes: 80, links: 5, escalated: false },
      { platform: '抖音', state: 'removed', minutes: 67, episodes: 80, links: 4, escalated: false },
      { platform: '淘宝', state: 'absent', minutes: 106, episodes: null, links: 0, escalated: false },
      { platform: '微信', state: 'removed', minutes: 215, episodes: 24, links: 3, escalated: false },
      { platform: '红果', state: 'issued', minutes: null, episodes: null, links: null, escalated: true },
    ])
    const works = await ask<Row>(sql`
      select d.producer_name as producer, r.state, d.listed_count from dramas d join registrations r on r.drama_id = d.id where d.title = '夜宴' and r.official_number is not null order by 1`)
    expect(works).toEqual([
      { producer: '北京夜航文化传媒有限公司', state: 'suspended', listed_count: 1 },
      { producer: '浙江青藤影业有限公司', state: 'registered', listed_count: 0 },
    ])
  })

  test('leads nobody from a case to the platform that it does not tell, by one row or two', async () => {
    const readers = await ask<{ kind: string; organizationId: string; memberId: string; name: string }>(sql`
      select o.kind, o.id as "organizationId", min(m.id::text) as "memberId", o.name from organizations o join members m on m.organization_id = o.id
      where o.kind in ('creator', 'platform', 'association') group by o.id order by o.kind, o.name`)
    const cases = await sealedCases(owner)
    expect(cases.length).toBeGreaterThan(50)
    const found: Record<string, string> = {}
    for (const reader of [{ kind: 'visitor', organizationId: null, memberId: null, name: 'visitor' }, ...readers])
      for (const [way, number] of await waysTo(db, owner, cases, reader))
        if (!WAYS_TOLD.includes(way)) found[`${reader.name}: ${way}`] = number
    expect(found).toEqual({})
  }, 120_000)

  test('has an order that runs out within two hours, an objection to rule on, and bans that end within a week', async () => {
    const [urgent] = await ask<{ count: number }>(
      sql`select count(*)::int as count from takedown_orders where state = 'issued' and severity = 4 and due_at between now() and now() + interval '2 hours'`,
    )
    const [objected] = await ask<{ count: number }>(sql`select count(*)::int as count from takedown_orders where state = 'objected'`)
    const [ending] = await ask<{ count: number }>(
      sql`select count(*)::int as count from penalties where state = 'active' and rung = 'P6' and ends_at between now() and now() + interval '7 days'`,
    )
    const [undecided] = await ask<{ count: number }>(
      sql`select count(*)::int as count from penalties where state = 'due' and target_kind = 'account'`,
    )
    expect([urgent!.count, objected!.count, ending!.count, undecided!.count]).toEqual([4, 1, 3, 3])
  })
})

describe('an old demonstration', () => {
  const finishedBefore = (hours: number) =>
    owner.execute(sql`update demonstrations set finished_at = now() - make_interval(hours => ${hours})`)
  /** What was written last, two days earlier; whether a demonstration is old is told by when it was finished. */
  async function growOld() {
    await owner.execute(sql`update registration_contents set saved_at = saved_at - interval '2 days'`)
    await owner.execute(sql`update violations set opened_at = opened_at - interval '2 days'`)
    await owner.execute(sql`update violation_evidence set added_at = added_at - interval '2 days'`)
  }
  beforeAll(growOld)

  test('that nobody has touched is outdated after a day, not before', async () => {
    expect(await standingOf(db)).toBe('kept')
    await finishedBefore(23)
    expect(await standingOf(db)).toBe('kept')
    await finishedBefore(25)
    expect(await standingOf(db)).toBe('outdated')
  })

  test('is kept once a member has acted, answered a form or typed', async () => {
    const untouched = async (touch: ReturnType<typeof sql>, undo: ReturnType<typeof sql>) => {
      await owner.execute(touch)
      const standing = await standingOf(db)
      await owner.execute(undo)
      return standing
    }
    const event = (kind: string) =>
      sql`insert into events (id, name, noun, subject_id, at, actor_kind, detail) values (gen_random_uuid(), 'x.y', 'x', gen_random_uuid(), now(), ${kind}, '{}')`
    const gone = sql`delete from events where name = 'x.y'`
    expect(await untouched(event('platform'), gone)).toBe('kept')
    expect(await untouched(event('clock'), gone)).toBe('outdated')
    expect(
      await untouched(sql`insert into form_keys values (gen_random_uuid(), gen_random_uuid(), now(), '{}')`, sql`delete from form_keys`),
    ).toBe('kept')
    expect(
      await untouched(
        sql`update registration_contents set saved_at = now() where turn = 2`,
        sql`update registration_contents set saved_at = now() - interval '3 days' where turn = 2`,
      ),
    ).toBe('kept')
    expect(await standingOf(db)).toBe('outdated')
  })

  test('is left alone while a portal works on it', async () => {
    expect(await standingOf(db)).toBe('outdated')
    await owner.execute(sql`insert into heartbeats (process, at) values ('worker', now())`)
    expect(await seed(db, SILENT, ownerUrl)).toBe(false)
    await owner.execute(sql`delete from heartbeats`)
  })

  test('whose making was cut off is unfinished, an empty portal is empty, and one with other members is none', async () => {
    await owner.execute(sql`update demonstrations set finished_at = null`)
    expect(await standingOf(db)).toBe('unfinished')
    await owner.execute(sql`delete from demonstrations`)
    expect(await standingOf(db)).toBe('foreign')
    await empty(ownerUrl)
    expect(await standingOf(db)).toBe('empty')
    const [left] = await ask<{ count: number }>(sql`select count(*)::int as count from tier_rules`)
    expect(left!.count).toBeGreaterThan(0)
  })

  test('can be made on a day off, after the turn of the year', async () => {
    const now = new Date('2027-02-09T04:00:00Z')
    await enroll(db)
    await makeDemonstration(db, SILENT, { directory, now })
    const [found] = await ask<{ listed: number; late: number }>(sql`
      select count(*)::int as listed, (select count(*)::int from events where at > ${now.toISOString()}) as late from blacklist_entries where state = 'listed'`)
    expect(found).toEqual({ listed: 12, late: 0 })
  }, 300_000)
})
