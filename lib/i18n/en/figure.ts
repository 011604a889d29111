import type { Measure, TargetKind, What } from '@/lib/figure/workflow'
import type { figure as chinese } from '../zh-CN/figure'

const target: Record<TargetKind, string> = { drama: 'drama', episode: 'episode', mini_program: 'mini-program', account: 'account' }
const plural: Record<TargetKind, string> = { drama: 'dramas', episode: 'episodes', mini_program: 'mini-programs', account: 'accounts' }
const named = (kinds: readonly TargetKind[] | undefined) => (kinds?.length ? kinds.map((kind) => plural[kind]).join(', ') : 'all subjects')
const one: Record<Exclude<Measure, 'targets'>, string> = { cases: 'case', episodes: 'episode', minutes: 'minute' }
const inNumber = (count: number | string, singular: string, many: string) => (Number(count) === 1 ? singular : many)
const what: Record<What, string> = {
  found: 'Violations found',
  measured: 'Measures taken',
  rectified: 'Rectified',
  refused: 'Refused to rectify',
  proposed: 'Proposed for the blacklist',
  carried_out: 'Takedown orders carried out',
  inspected: 'Inspected',
  hit: 'Inspections with a finding',
}

export const figure: typeof chinese = {
  what,
  orMeasured: 'with measures taken on reports from other sources',
  target,
  measure: { targets: 'subjects', cases: 'cases', episodes: 'episodes', minutes: 'minutes' },
  unit: (measure, kinds, count) => {
    if (measure !== 'targets') return inNumber(count, one[measure], measure)
    if (kinds?.every((kind) => kind === 'drama' || kind === 'episode')) return inNumber(count, target.drama, plural.drama)
    const [kind] = kinds?.length === 1 ? kinds : []
    return kind ? inNumber(count, target[kind], plural[kind]) : inNumber(count, 'subject', 'subjects')
  },
  source: {
    self_inspection: 'the platform’s own checks',
    platform: 'another platform’s report',
    association: 'CNSA’s monitoring',
    public: 'reports from the public',
    regulator: 'assigned by the regulator',
    blacklist_match: 'matched on the blacklist',
  },
  standing: { upheld: 'upheld by the regulator', recorded: 'recorded by the platform, not upheld', done: 'done' },
  stage: { before_airing: 'intercepted before airing', after_airing: 'dealt with after airing' },
  name: (of, kinds, more) => [`${what[of]} (${named(kinds)})`, ...more].join(' · '),
  unknown: (count, measure) =>
    `and ${count} ${inNumber(count, 'drama', 'dramas')} of unknown ${measure === 'minutes' ? 'length' : 'episode count'}, not counted as 0`,
  readable: (count) => `${count} ${inNumber(count, 'record', 'records')} of it ${inNumber(count, 'is', 'are')} open to you`,
  unreadable: 'none of its records is open to you',
  page: {
    title: 'Where a figure comes from',
    line: 'The records below make this figure. Each has a case to look up; a drama, a mini-program or an account counts once.',
    asOf: (when) => `As of ${when}`,
    frozen: (seq) => `Frozen at record ${seq}`,
    rows: (count) => `${count} ${inNumber(count, 'record', 'records')}`,
    caption: 'Records that make this figure',
    bad: 'The definition of this figure cannot be read',
    badNext: 'Go back to the page that cites it and open it from there.',
    empty: 'No record makes this figure',
    emptyNext: 'Nothing of the kind happened in this time, or your organization may not see it.',
    noTitle: 'Name not visible to you',
    voided: 'taken back',
    unknown: 'unknown',
  },
  condition: {
    what: 'Counts',
    period: 'Period',
    from: (day) => `from ${day}`,
    to: (day) => `until ${day}`,
    between: (from, to) => `${from} to ${to}`,
    always: 'any time',
    stage: 'Stage',
    groups: 'Groups',
    codes: 'Items',
    sources: 'Sources',
    standings: 'Standing',
    rungs: 'Measures',
    owners: 'Counts for',
    standsOn: 'Platform of the subject',
    platforms: 'Platforms',
    bureaus: 'Bureaus',
    within: 'Within',
    batch: 'one batch file',
  },
  column: {
    at: 'Counts at',
    target: 'Subject',
    kind: 'Kind',
    number: 'Case',
    codes: 'Items',
    rung: 'Measure',
    standing: 'Standing',
    episodes: 'Episodes',
    minutes: 'Minutes',
    voided: 'Taken back',
  },
  yes: 'yes',
  no: 'no',
}
