import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/time'

/** Who asks: 总局, a bureau, CNSA, a platform, a creator, the public, the house, the clock. */
export const READERS = ['national', 'province', 'association', 'platform', 'creator', 'visitor', 'house', 'clock'] as const
export type Reader = (typeof READERS)[number]

/** Cases of the loaded database that belong together, as far as one story has them, and the people who read them. */
export type Examples = {
  violation: { id: string; number: string }
  report: { id: string; number: string }
  subject: string
  drama: { id: string; code: string; title: string }
  filing: { id: string; number: string; offer: string; official: string }
  entry: { id: string; number: string; bureauId: string; listedAt: Date }
  order: { id: string; number: string; platformId: string; bureauId: string }
  penalty: { id: string; number: string; targetId: string; violationId: string; openedAt: Date }
  due: { number: string }
  mending: { id: string; number: string }
  account: { id: string; name: string; code: string; platformId: string }
  program: { id: string; name: string; code: string; platformId: string }
  operator: { id: string; code: string }
  batch: { id: string; number: string; reference: string; filerId: string; confirmedBy: string | null }
  evidence: string
  file: string
  campaign: Record<string, unknown> & { id: string; number: string }
  announcement: { number: string }
  biweekly: Record<string, unknown> & { number: string; filerId: string }
  plan: { id: string; number: string; organizationId: string }
  frame: Record<string, unknown> & { id: string }
  sheet: { id: string; number: string; drawnOn: Day; orderId: string | null; dramaId: string | null; platformId: string }
  picture: string
  question: string
  item: { id: string; number: string }
  organization: { id: string; number: string; kind: string; name: string; shortName: string }
  event: Record<string, unknown>
  rare: string
  common: string
}
export type Asking = { tx: Tx; actor: Actor; now: Date; today: Day; c: Examples }
/** Who asks it, and with what: one list of arguments for each time it is asked. */
export type Call = { by: readonly Reader[]; args: (asking: Asking) => unknown[][] }

const ALL = READERS.filter((one) => one !== 'clock')
const MEMBERS: readonly Reader[] = ['national', 'province', 'association', 'platform', 'creator']
const OFFICE: readonly Reader[] = ['national', 'province', 'association', 'platform']
const REGULATORS: readonly Reader[] = ['national', 'province']
const FILERS: readonly Reader[] = ['association', 'platform']
const PLATFORM: readonly Reader[] = ['platform']
const CREATOR: readonly Reader[] = ['creator']
const CLOCK: readonly Reader[] = ['clock']
const HOUSE: readonly Reader[] = ['house']
const CNSA: readonly Reader[] = ['association', 'national', 'province']

const ask = (by: readonly Reader[], args: (asking: Asking) => unknown[][]): Call => ({ by, args })
const each = <T>(views: readonly T[], args: (view: T) => unknown[]) => views.map(args)
const MONTH = 31 * 86_400_000
const definition = (now: Date) => ({
  what: 'found',
  measure: 'targets',
  from: new Date(now.getTime() - MONTH).toISOString(),
  to: now.toISOString(),
})
const period = { from: '2026-11-09' as Day, to: '2026-11-23' as Day }
const words = { q: '总裁' }

/** Every query of every `queries` file, by file and name. One that has no row here fails a test. */
export const CALLS: Record<string, Call> = {
  'announcement/queries#ownAnnouncements': ask(REGULATORS, ({ tx, actor }) => [[tx, actor]]),
  'announcement/queries#publishedAnnouncements': ask(ALL, ({ tx }) => [[tx]]),
  'announcement/queries#announcementsToPublish': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'announcement/queries#announcementBy': ask(ALL, ({ tx, actor, c }) => [[tx, actor, { number: c.announcement.number }]]),
  'announcement/queries#announcedRows': ask(ALL, ({ tx, actor, c, now }) => [
    [tx, actor, { announcement: { ...c.announcement, state: 'published' }, figure: { key: 'found', definition: definition(now) } }],
  ]),
  'announcement/queries#announcementIssuers': ask(ALL, ({ tx }) => [[tx]]),
  'batch/queries/cases#batchesRunning': ask(CLOCK, ({ tx }) => [[tx]]),
  'batch/queries/cases#batchNumbered': ask(OFFICE, ({ tx, c }) => [[tx, c.batch.number]]),
  'batch/queries/cases#countsOf': ask(OFFICE, ({ tx, c }) => [[tx, c.batch.id]]),
  'batch/queries/cases#tallyOf': ask(OFFICE, ({ tx, c }) => [[tx, c.batch]]),
  'batch/queries/cases#differingOf': ask(OFFICE, ({ tx, c }) => [[tx, c.batch.id]]),
  'batch/queries/cases#rowsOf': ask(OFFICE, ({ tx, c }) => each(['all', 'filed'], (view) => [tx, c.batch.id, { view }])),
  'batch/queries/cases#batchesOf': ask(['national', 'platform'], ({ tx, actor }) => [[tx, actor]]),
  'batch/queries/check#worksByNumber': ask(PLATFORM, ({ tx, c }) => [[tx, [{ kind: 'drama', number: c.filing.official }]]]),
  'batch/queries/check#referencesOnFile': ask(PLATFORM, ({ tx, actor, c }) => [[tx, actor.organizationId, [c.batch.reference]]]),
  'batch/queries/check#numbersOfOthers': ask(PLATFORM, ({ tx, c }) => [
    [tx, [{ kind: 'drama', number: c.filing.official, name: c.drama.title }]],
  ]),
  'biweekly/queries/draft#draftOf': ask(PLATFORM, ({ tx, actor }) => [[tx, actor.organizationId, period]]),
  'biweekly/queries/owed#participation': ask(['national', 'platform'], ({ tx }) => [[tx]]),
  'biweekly/queries/owed#reportsToCall': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'biweekly/queries/reports#reportByNumber': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.biweekly.number]]),
  'biweekly/queries/reports#figuresToWrite': ask(PLATFORM, ({ tx, c }) => [[tx, c.biweekly]]),
  'biweekly/queries/reports#reportsOf': ask(['national', 'province', 'platform'], ({ tx, actor }) =>
    each(['open', 'signed', 'all'], (view) => [tx, actor, { view }]),
  ),
  'biweekly/queries/reports#reportBoard': ask(['national', 'province'], ({ tx, actor }) => [[tx, actor, [period], 'works']]),
  'blacklist/queries/basis#upheldBasis': ask(FILERS, ({ tx, c }) => [[tx, c.violation.id]]),
  'blacklist/queries/basis#activeEntriesOf': ask(OFFICE, ({ tx, c }) => [[tx, [c.drama.id]]]),
  'blacklist/queries/entries#entriesOf': ask(OFFICE, ({ tx, actor }) => [
    ...each(['listed', 'proposed', 'verified', 'lifted', 'refused', 'own'], (view) => [tx, actor, { view }]),
    [tx, actor, { view: 'listed', ...words }],
    [tx, actor, { view: 'listed', severity: 4 }],
  ]),
  'blacklist/queries/entries#hitBy': ask(ALL, ({ tx, c }) => [[tx, [c.entry.id]]]),
  'blacklist/queries/entries#entryCounts': ask(OFFICE, ({ tx, actor }) => [[tx, actor]]),
  'blacklist/queries/entry#entryByNumber': ask(ALL, ({ tx, c }) => [[tx, c.entry.number]]),
  'blacklist/queries/entry#historyOfEntry': ask(MEMBERS, ({ tx, actor, c }) => [[tx, actor, c.entry.id, [c.violation.id]]]),
  'blacklist/queries/hands#handsOf': ask(REGULATORS, ({ tx, c }) => [[tx, c.entry.id]]),
  'blacklist/queries/imposed#toPropose': ask(HOUSE, ({ tx, c }) => [[tx, 'drama', c.drama.id]]),
  'blacklist/queries/imposed#entryProposedBy': ask(HOUSE, ({ tx, c }) => [[tx, c.penalty.id]]),
  'blacklist/queries/preview#reachOf': ask(REGULATORS, ({ tx, c }) => [[tx, [c.entry.id]]]),
  'blacklist/queries/preview#hitBy': ask(REGULATORS, ({ tx, c }) => [[tx, c.entry.id]]),
  'blacklist/queries/preview#previewOf': ask(REGULATORS, ({ tx, c }) => [[tx, c.entry.id]]),
  'blacklist/queries/preview#previewOn': ask(REGULATORS, ({ tx, c }) => [[tx, 'drama', c.drama.id]]),
  'blacklist/queries/programs#programsById': ask(ALL, ({ tx, c }) => [[tx, [c.program.id]]]),
  'blacklist/queries/programs#programsListable': ask(OFFICE, ({ tx, c }) => [
    [tx, [{ code: 'V04-02' }], { hits: [{ id: c.drama.id }], programs: [] }],
  ]),
  'blacklist/queries/programs#programsBeside': ask(OFFICE, ({ tx, c }) => [[tx, [c.drama.id], [c.program.id]]]),
  'blacklist/queries/programs#listedBeside': ask(OFFICE, ({ tx, c }) => [[tx, [c.program]]]),
  'blacklist/queries/proposal#proposalOn': ask(FILERS, ({ tx, c }) => [[tx, c.violation.number]]),
  'blacklist/queries/proposal#worksPointed': ask(FILERS, ({ tx, c }) => [[tx, c.drama.title, [c.drama.id]]]),
  'campaign/queries#scopeOf': ask(REGULATORS, ({ tx, c }) => [[tx, c.campaign]]),
  'campaign/queries#campaignsOf': ask(MEMBERS, ({ tx }) => [[tx]]),
  'campaign/queries#boardOf': ask(['national'], ({ tx, actor, c }) => [[tx, actor, c.campaign]]),
  'campaign/queries#campaignByNumber': ask(MEMBERS, ({ tx, actor, c }) => [[tx, actor, c.campaign.number]]),
  'campaign/queries#draftOf': ask(['national'], ({ tx, c }) => [[tx, c.campaign.id]]),
  'campaign/queries#differencesOf': ask(HOUSE, ({ tx, c }) => [[tx, c.campaign]]),
  'campaign/queries#closedCampaigns': ask(HOUSE, ({ tx }) => [[tx]]),
  'consultation/queries#questionsOf': ask(['national', 'province', 'creator'], ({ tx, actor }) => [
    [tx, actor],
    [tx, actor, words],
  ]),
  'consultation/queries#questionByNumber': ask(['national', 'province', 'creator'], ({ tx, actor, c }) => [[tx, actor, c.question]]),
  'consultation/queries#publicAnswers': ask(ALL, ({ tx }) => [[tx], [tx, words]]),
  'consultation/queries#bureauOf': ask(CREATOR, ({ tx, actor }) => [[tx, actor]]),
  'consultation/queries#answersOn': ask(ALL, ({ tx }) => [[tx, ['V04-02']]]),
  'delivery/queries#demonstrationMails': ask(['visitor'], ({ tx }) => [[tx]]),
  'delivery/queries#envelopesOf': ask(MEMBERS, ({ tx, actor }) => [[tx, actor, {}]]),
  'desk/queries/facts#factsOf': ask(OFFICE, ({ tx, c }) => [
    [
      tx,
      [
        { noun: 'violation', id: c.violation.id },
        { noun: 'takedown', id: c.order.id },
        { noun: 'registration', id: c.filing.id },
        { noun: 'penalty', id: c.penalty.id },
        { noun: 'rectification', id: c.mending.id },
      ],
    ],
  ]),
  'desk/queries/queue#titledByWorks': ask(OFFICE, ({ tx, c }) => [
    [
      tx,
      [
        { noun: 'violation', id: c.violation.id },
        { noun: 'registration', id: c.filing.id },
      ],
    ],
  ]),
  'desk/queries/queue#queueOf': ask(MEMBERS, ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, { act: 'violation.uphold' }],
    [tx, actor, { severity: 4 }],
    [tx, actor, words],
  ]),
  'desk/queries/queue#queueCounts': ask(MEMBERS, ({ tx, actor, now }) => [[tx, actor, now]]),
  'desk/queries/queue#queueBadge': ask(MEMBERS, ({ tx, actor, now }) => [[tx, actor, now]]),
  'distribution/queries#operatorsOf': ask(OFFICE, ({ tx, c }) => [[tx, [c.account.id, c.program.id]]]),
  'distribution/queries#subjectsByCode': ask(OFFICE, ({ tx, c }) => [[tx, c.account.platformId, [c.account.code]]]),
  'distribution/queries#operatorsById': ask(OFFICE, ({ tx, c }) => [[tx, [c.operator.id]]]),
  'dossier/queries/followed#followedFrom': ask(OFFICE, ({ tx, c }) => [
    [tx, [{ id: c.violation.id, rootId: null, subjectIds: [c.drama.id] }]],
  ]),
  'dossier/queries/followed#listedAs': ask(OFFICE, ({ tx, c }) => [[tx, c.drama.id]]),
  'dossier/queries/followed#entriesAgainst': ask(CREATOR, ({ tx, actor }) => [[tx, actor]]),
  'dossier/queries/happened#happenedTo': ask(OFFICE, ({ tx, actor, c }) => [
    [tx, actor, [{ id: c.drama.id, kind: 'drama', name: c.drama.title }]],
    [tx, actor, [{ id: c.account.id, kind: 'account', name: c.account.name }]],
  ]),
  'dossier/queries/near#organizationsNear': ask(REGULATORS, ({ tx, c }) => [[tx, c.organization]]),
  'dossier/queries/operator#operatorByCode': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.operator.code]]),
  'dossier/queries/operator#worksOf': ask(OFFICE, ({ tx, c }) => [
    [tx, { targets: [{ id: c.account.id, kind: 'account', name: c.account.name }], organization: null }],
  ]),
  'dossier/queries/subject#subjectById': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.account.id]]),
  'dossier/queries/subject#shownAt': ask(OFFICE, ({ tx, c }) => [[tx, { id: c.account.id, kind: 'account' }]]),
  'dossier/queries/subjects#subjectsFor': ask(OFFICE, ({ tx, actor, c }) => [
    [tx, actor, {}],
    [tx, actor, words],
    [tx, actor, { q: c.account.code }],
    [tx, actor, { kind: 'account' }],
    [tx, actor, { platformId: c.account.platformId }],
    [tx, actor, { exceptId: c.account.platformId }],
    [tx, actor, { creditCode: c.operator.code }],
    [tx, actor, { running: true }],
  ]),
  'dossier/queries/subjects#subjectsById': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, [c.account.id]]]),
  'dossier/queries/subjects#namesakesOf': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.account]]),
  'dossier/queries/tied#tiedTo': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.account.id]]),
  'dossier/queries/work#workRecord': ask(OFFICE, ({ tx, actor, c }) => [[tx, actor, c.drama.code]]),
  'dossier/queries/work#placesOfWork': ask(OFFICE, ({ tx, c }) => [[tx, c.drama.id]]),
  'drama/queries#lastEpisodeOf': ask(OFFICE, ({ tx, c }) => [[tx, c.drama.id]]),
  'drama/queries#lengthsOf': ask(OFFICE, ({ tx, c }) => [[tx, c.drama.id]]),
  'figure/queries/facts#factsOf': ask(HOUSE, ({ tx, c }) => [[tx, [c.event]]]),
  'figure/queries/figure#figure': ask(['national', 'province', 'platform'], ({ tx, now }) => [[tx, definition(now)]]),
  'figure/queries/figure#figureBy': ask(['national', 'province', 'platform'], ({ tx, now }) => [[tx, definition(now), 'group']]),
  'figure/queries/figure#figureByDay': ask(['national', 'province', 'platform'], ({ tx, now }) => [[tx, definition(now)]]),
  'figure/queries/figure#positionNow': ask(MEMBERS, ({ tx }) => [[tx]]),
  'figure/queries/figure#freeze': ask(['national'], ({ tx, now }) => [[tx, definition(now)]]),
  'figure/queries/figure#rowsById': ask(['national'], ({ tx, c }) => [[tx, [`${c.penalty.id}:0`]]]),
  // Counting the record anew reads it whole: that is its purpose, and no page asks it.
  'figure/queries/recount#derivedAt': ask([], () => []),
  'figure/queries/recount#differencesAt': ask([], () => []),
  'figure/queries/figure#rowsOfFigure': ask(['national', 'province', 'platform'], ({ tx, now }) => [[tx, definition(now)]]),
  'figure/queries/totals#totalsOf': ask(OFFICE, ({ tx, actor }) => [[tx, actor, ['found', 'order', 'registration'], {}]]),
  'guidance/queries/items#library': ask(ALL, ({ tx, now }) => [
    [tx, now],
    [tx, now, words],
  ]),
  'guidance/queries/items#noticesOn': ask(ALL, ({ tx }) => [[tx, ['V04-02']]]),
  'guidance/queries/items#itemsOf': ask(REGULATORS, ({ tx, actor }) => [[tx, actor]]),
  'guidance/queries/items#itemByNumber': ask(ALL, ({ tx, c }) => [[tx, c.item.number]]),
  'guidance/queries/items#guidanceDraft': ask(REGULATORS, ({ tx, actor, c }) => [[tx, actor, c.item.id]]),
  'guidance/queries/items#issuers': ask(ALL, ({ tx }) => [[tx]]),
  'guidance/queries/titles#checkTitle': ask(CREATOR, ({ tx, actor, c }) => [[tx, actor, { title: c.common, aliases: [] }]]),
  'inspection/queries/coverage#coverageOf': ask(CNSA, ({ tx, actor, now }) => [[tx, actor, now]]),
  'inspection/queries/due#plansToFreeze': ask(CLOCK, ({ tx, today }) => [[tx, today]]),
  'inspection/queries/due#framesToReveal': ask(CLOCK, ({ tx, today }) => [[tx, today]]),
  'inspection/queries/due#sheetsToMiss': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'inspection/queries/due#looksToDraw': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'inspection/queries/items#itemsOf': ask(CLOCK, ({ tx, today }) => [[tx, { frame: 'new', platformId: null }, today, 'none']]),
  'inspection/queries/items#addressesOf': ask(HOUSE, ({ tx, c }) => [
    [tx, [{ dramaId: c.drama.id, platformId: c.order.platformId, orderId: c.order.id }]],
  ]),
  'inspection/queries/pictures#pictureById': ask(CNSA, ({ tx, c }) => [[tx, c.picture]]),
  'inspection/queries/pictures#mayAddPicture': ask(['association'], ({ tx, actor, c }) => [[tx, actor, c.sheet.id]]),
  'inspection/queries/plans#plansOf': ask(CNSA, ({ tx }) => [[tx]]),
  'inspection/queries/plans#planDraft': ask(['association'], ({ tx, actor, c }) => [[tx, actor, c.plan.id]]),
  'inspection/queries/plans#framesOf': ask(ALL, ({ tx }) => [[tx, {}]]),
  'inspection/queries/plans#publishedFrame': ask(ALL, ({ tx, c }) => [[tx, c.frame.id]]),
  'inspection/queries/plans#frameById': ask(CNSA, ({ tx, c }) => [[tx, c.frame.id]]),
  'inspection/queries/plans#planByNumber': ask(CNSA, ({ tx, c }) => [[tx, c.plan.number]]),
  'inspection/queries/plans#revealedItems': ask(PLATFORM, ({ tx, actor }) => [[tx, actor, {}]]),
  'inspection/queries/sheets#sheetsOf': ask(CNSA, ({ tx, actor, now }) =>
    each(['today', 'found', 'missed', 'done', 'all'], (view) => [tx, actor, { view }, now]),
  ),
  'inspection/queries/sheets#sheetCounts': ask(CNSA, ({ tx, actor, now }) => [[tx, actor, now]]),
  'inspection/queries/sheets#todayOf': ask(['association'], ({ tx, actor, now }) => [[tx, actor, now]]),
  'inspection/queries/sheets#nextSheet': ask(['association'], ({ tx, c }) => [[tx, c.sheet]]),
  'inspection/queries/sheets#sheetAfter': ask(['association'], ({ tx, c }) => [[tx, c.sheet.id]]),
  'inspection/queries/sheets#sheetByNumber': ask(CNSA, ({ tx, c }) => [[tx, c.sheet.number]]),
  'ledger/queries#historyOf': ask(ALL, ({ tx, c }) => [
    [
      tx,
      [
        { noun: 'violation', id: c.violation.id },
        { noun: 'blacklist', id: c.entry.id },
        { noun: 'registration', id: c.filing.id },
      ],
    ],
  ]),
  'ledger/queries#lastStepOf': ask(ALL, ({ tx, c }) => [[tx, c.violation.id]]),
  'ledger/queries#lastWritingOf': ask(MEMBERS, ({ tx, c }) => [[tx, c.violation.id]]),
  'matching/queries#namesOf': ask(ALL, ({ tx, c }) => [[tx, c.drama.id]]),
  'matching/queries#worksOf': ask(ALL, ({ tx, c }) => [[tx, [c.drama.id]]]),
  'matching/queries#sameWorks': ask(OFFICE, ({ tx, c }) => [[tx, [c.drama.id]]]),
  'matching/queries#findWorks': ask(MEMBERS, ({ tx, c }) => [
    [tx, c.rare],
    [tx, c.common],
    [tx, c.drama.title],
  ]),
  'matching/queries#worksNear': ask(MEMBERS, ({ tx, c }) => [[tx, { title: c.drama.title, aliases: [] }, c.drama.id]]),
  'matching/queries#listedNear': ask(MEMBERS, ({ tx, c }) => [[tx, { title: c.drama.title, aliases: [] }]]),
  'matching/queries#idsNamed': ask(OFFICE, ({ tx, c }) =>
    each(['organization', 'operator', 'mini_program', 'account'], (noun) => [tx, noun, noun === 'account' ? c.account.name : c.common, 20]),
  ),
  'matching/queries#reportedNamed': ask(MEMBERS, ({ tx, c }) => [
    [tx, c.rare, 20],
    [tx, c.common, 20],
  ]),
  'notice/queries/notices#noticesOf': ask(MEMBERS, ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, { unread: true }],
  ]),
  'notice/queries/notices#unreadCount': ask(MEMBERS, ({ tx, actor }) => [[tx, actor]]),
  'notice/queries/notices#membersToMail': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'notice/queries/parties#holdersOf': ask(HOUSE, ({ tx, c }) => [
    [
      tx,
      [
        { to: 'order_platform', subjectId: c.order.id, duties: ['platform.compliance'], but: null },
        { to: 'filing_creator', subjectId: c.filing.id, duties: ['creator.signatory'], but: null },
        { to: 'report_filer', subjectId: c.violation.id, duties: ['platform.moderator'], but: null },
        { to: 'report_producer', subjectId: c.violation.id, duties: ['creator.signatory'], but: null },
        { to: 'entry_proposer', subjectId: c.entry.id, duties: ['platform.compliance'], but: null },
        { to: 'entry_producer', subjectId: c.entry.id, duties: ['creator.signatory'], but: null },
        { to: 'entry_platform', subjectId: c.entry.id, duties: ['platform.compliance'], but: null },
        { to: 'mending_hander', subjectId: c.mending.id, duties: ['creator.signatory'], but: null },
        { to: 'mending_opener', subjectId: c.mending.id, duties: ['platform.compliance'], but: null },
        { to: 'mending_joiner', subjectId: c.mending.id, duties: ['platform.compliance'], but: null },
        { to: 'penalty_platform', subjectId: c.penalty.id, duties: ['platform.compliance'], but: null },
      ],
    ],
  ]),
  'organization/queries/members#ownMembers': ask(MEMBERS, ({ tx, actor }) => [[actor, tx]]),
  'organization/queries/members#ownMember': ask(MEMBERS, ({ tx, actor }) => [[actor, tx, actor.memberId]]),
  'organization/queries/members#ownCounts': ask(MEMBERS, ({ tx, actor }) => [[actor, tx]]),
  'organization/queries/members#ownInvitations': ask(MEMBERS, ({ tx, actor }) => [[actor, tx]]),
  'organization/queries/members#firstInvitation': ask(['national'], ({ tx, actor, c }) => [[actor, tx, c.organization.id]]),
  'organization/queries/members#ownHistory': ask(MEMBERS, ({ tx, actor }) => [[actor, tx]]),
  'organization/queries/members#colleaguesWith': ask(OFFICE, ({ tx, actor }) => [[actor, tx, 'admin', [null]]]),
  'organization/queries/organizations#admittedPlatforms': ask(ALL, ({ tx }) => [[tx]]),
  'organization/queries/organizations#bureaus': ask(ALL, ({ tx }) => [[tx]]),
  'organization/queries/organizations#organizationNames': ask(ALL, ({ tx, c }) => [[tx, [c.organization.id]]]),
  'organization/queries/organizations#organizationsFor': ask(REGULATORS, ({ tx, actor }) => [
    [actor, tx, { kinds: ['creator', 'platform'] }],
  ]),
  'organization/queries/organizations#countApplied': ask(REGULATORS, ({ tx, actor }) => [[actor, tx, ['creator']]]),
  'organization/queries/organizations#organizationCase': ask(REGULATORS, ({ tx, actor, c }) => [
    [actor, tx, { number: c.organization.number }],
  ]),
  'organization/queries/organizations#administeredOf': ask(['national'], ({ tx, c }) => [[tx, [c.organization.id]]]),
  'organization/queries/organizations#organizationsById': ask(ALL, ({ tx, c }) => [[tx, [c.organization.id]]]),
  'organization/queries/session#claimOfSession': ask(['visitor'], ({ tx }) => [[tx, 'nobody']]),
  'organization/queries/session#claimOfMember': ask(HOUSE, ({ tx, c }) => [[tx, c.organization.id]]),
  'organization/queries/session#credentialsOf': ask(HOUSE, ({ tx }) => [[tx, 'zhou.min@nrta.example']]),
  'organization/queries/session#invitationBehind': ask(['visitor'], ({ tx }) => [[tx, 'none']]),
  'organization/queries/session#resetBehind': ask(['visitor'], ({ tx }) => [[tx, 'none']]),
  'overview/queries#overviewOf': ask(MEMBERS, ({ tx, actor, now }) => [[tx, actor, { weeks: 12 }, now]]),
  'penalty/queries/blocked#blockedOperator': ask(PLATFORM, ({ tx, c }) => [[tx, c.operator.id]]),
  'penalty/queries/blocked#blockedOperators': ask(PLATFORM, ({ tx, c }) => [[tx, [{ kind: 'account', id: c.account.id }]]]),
  'penalty/queries/blocked#blockedProducer': ask(REGULATORS, ({ tx, c }) => [[tx, c.organization.id]]),
  'penalty/queries/case#penaltyByNumber': ask(OFFICE, ({ tx, actor, c, now }) => [[tx, actor, c.penalty.number, now]]),
  'penalty/queries/decision#decisionAt': ask(PLATFORM, ({ tx, actor, c, now }) => [
    [tx, actor, { due: c.due.number }, now],
    [tx, actor, { report: c.violation.number }, now],
  ]),
  // Asked by decisionAt of what that has found.
  'penalty/queries/guidance#guidedOn': ask([], () => []),
  'penalty/queries/lists#penaltiesOf': ask(['national', 'province', 'platform'], ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, { standing: 'active' }],
    [tx, actor, { standing: 'ended' }],
    [tx, actor, { rung: 'P9' }],
    [tx, actor, { deviating: true }],
    [tx, actor, words],
  ]),
  'penalty/queries/lists#penaltiesInOutline': ask(['association', 'platform', 'creator'], ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, { standing: 'active' }],
    [tx, actor, words],
  ]),
  'penalty/queries/lists#decisionsDue': ask(['national', 'province', 'platform'], ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, words],
  ]),
  'penalty/queries/lists#ownCounts': ask(PLATFORM, ({ tx, actor }) => [[tx, actor]]),
  'penalty/queries/lists#endingSoon': ask(PLATFORM, ({ tx, actor, now }) => [[tx, actor, now]]),
  'penalty/queries/lists#penaltiesRunOut': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'penalty/queries/occasion#earlierToRecord': ask(HOUSE, ({ tx, c }) => [[tx, c.penalty.violationId, c.penalty.targetId]]),
  'penalty/queries/occasion#nameOf': ask(HOUSE, ({ tx, c }) => [[tx, { kind: 'account', id: c.account.id }]]),
  'penalty/queries/occasion#rulingsIn': ask(PLATFORM, ({ tx, c }) => [[tx, c.violation.id]]),
  'penalty/queries/occasion#undecidedBy': ask(HOUSE, ({ tx, c }) => [[tx, c.account.platformId]]),
  'penalty/queries/occasion#targetCase': ask(PLATFORM, ({ tx, c }) => [[tx, c.violation.id, { kind: 'drama', id: c.drama.id }]]),
  'penalty/queries/occasion#standing': ask(PLATFORM, ({ tx, actor, c }) => [[tx, c.violation.id, c.drama.id, actor.organizationId]]),
  'penalty/queries/occasion#measuresSince': ask(PLATFORM, ({ tx, actor, c, now }) => [
    [tx, c.drama.id, actor.organizationId, new Date(now.getTime() - MONTH)],
  ]),
  'penalty/queries/refusal#mendingOn': ask(OFFICE, ({ tx, c }) => [[tx, c.subject]]),
  'penalty/queries/refusal#refusedOn': ask(OFFICE, ({ tx, c }) => [[tx, c.subject]]),
  'penalty/queries/refusal#isOfBureau': ask(REGULATORS, ({ tx, c }) => [[tx, c.mending.id]]),
  'penalty/queries/refusal#afterRefusal': ask(OFFICE, ({ tx, c }) => [[tx, c.mending.id]]),
  'penalty/queries/refusal#refusalsOn': ask(PLATFORM, ({ tx, actor, c }) => [[tx, actor.organizationId, [c.drama.id]]]),
  'penalty/queries/refusal#refusalsImposed': ask(PLATFORM, ({ tx, actor, c }) => [[tx, actor.organizationId, [c.drama.id]]]),
  'penalty/queries/refusal#refusalsReported': ask(OFFICE, ({ tx, c }) => [[tx, c.violation.id]]),
  'penalty/queries/removal#standingRemovals': ask(PLATFORM, ({ tx, c, now }) => [
    [tx, { targetId: c.drama.id, platformId: c.order.platformId }, now],
  ]),
  'penalty/queries/removal#isRemoved': ask(HOUSE, ({ tx, c, now }) => [
    [tx, { targetId: c.drama.id, platformId: c.order.platformId }, now],
  ]),
  'penalty/queries/removal#worksReturned': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'rectification/queries/case#rectificationFileById': ask(MEMBERS, ({ tx, c }) => [[tx, c.file]]),
  'rectification/queries/case#rectificationByNumber': ask(MEMBERS, ({ tx, actor, c }) => [[tx, actor, c.mending.number]]),
  'rectification/queries/lists#rectificationsOf': ask(['national', 'province', 'platform', 'creator'], ({ tx, actor }) => [
    ...each(['mending', 'handed_in', 'accepted', 'refused', 'all'], (view) => [tx, actor, { view }]),
    [tx, actor, { view: 'all', ...words }],
  ]),
  'rectification/queries/lists#rectificationCounts': ask(['national', 'province', 'platform', 'creator'], ({ tx, actor }) => [[tx, actor]]),
  'rectification/queries/lists#rectificationsRunOut': ask(CLOCK, ({ tx, now }) => [[tx, now]]),
  'rectification/queries/room#roomFor': ask(['platform', 'creator'], ({ tx, actor, c, now }) => [[tx, actor, c.mending.id, 1000, now]]),
  'rectification/queries/subject#subjectToMend': ask(OFFICE, ({ tx, c }) => [[tx, c.subject]]),
  'rectification/queries/subject#rectificationOn': ask(OFFICE, ({ tx, c }) => [[tx, c.subject]]),
  'rectification/queries/subject#upheldToMend': ask(['platform', 'province'], ({ tx, c }) => [[tx, c.violation.number, 'drama']]),
  'rectification/queries/subject#rectificationsOfReport': ask(MEMBERS, ({ tx, c }) => [[tx, c.violation.id]]),
  'register/queries/blacklist#publicBlacklist': ask(ALL, ({ tx }) => [[tx, {}]]),
  'register/queries/case#caseFound': ask(MEMBERS, ({ tx, actor, c }) => [
    [tx, actor, c.violation.number],
    [tx, actor, c.entry.number],
  ]),
  'register/queries/work#workByCode': ask(ALL, ({ tx, c }) => [[tx, c.drama.code]]),
  'register/queries/works#filingsOf': ask(ALL, ({ tx, c }) => [[tx, [c.drama.id]]]),
  'register/queries/works#worksInRegister': ask(['visitor', 'creator', 'platform', 'national'], ({ tx, c }) => [
    [tx, {}],
    [tx, { class: 2 }],
    [tx, { year: 2026 }],
    [tx, { standing: 'listed' }],
    [tx, { standing: 'unlisted' }],
    [tx, { bureauId: c.entry.bureauId }],
    [tx, { q: c.rare }],
    [tx, { q: c.common }],
    [tx, { q: c.common, class: 2 }],
    [tx, { q: c.filing.official }],
    [tx, { q: c.entry.number }],
  ]),
  'register/queries/works#sameNamed': ask(['visitor', 'creator'], ({ tx, c }) => [[tx, c.common]]),
  'registration/queries/case#filingByNumber': ask(MEMBERS, ({ tx, actor, c }) => [[tx, actor, c.filing.number]]),
  'registration/queries/case#faceByNumber': ask(ALL, ({ tx, c }) => [[tx, c.filing.number]]),
  'registration/queries/case#filingInWork': ask(CREATOR, ({ tx, actor, c }) => [[tx, actor, c.filing.id]]),
  'registration/queries/case#numberOfOwn': ask(CREATOR, ({ tx, actor, c }) => [[tx, actor, c.filing.id]]),
  'registration/queries/case#turnsOf': ask(MEMBERS, ({ tx, c }) => [[tx, c.filing.id]]),
  'registration/queries/case#reasonsOf': ask(MEMBERS, ({ tx, c }) => [[tx, c.filing.id]]),
  'registration/queries/case#numbersFor': ask(MEMBERS, ({ tx, c }) => [[tx, c.filing.offer]]),
  'registration/queries/case#offerOf': ask(MEMBERS, ({ tx, c }) => [[tx, c.filing.offer]]),
  'registration/queries/case#entryOver': ask(CREATOR, ({ tx, c }) => [[tx, c.drama.id]]),
  'registration/queries/case#licenceOf': ask(CREATOR, ({ tx, actor }) => [[tx, actor.organizationId]]),
  'registration/queries/filings#ownFilings': ask(CREATOR, ({ tx, actor }) => [
    ...each(['all', 'mine', 'waiting', 'public', 'stopped', 'ended'], (view) => [tx, actor, { view }]),
    [tx, actor, words],
  ]),
  'registration/queries/filings#ownCounts': ask(CREATOR, ({ tx, actor }) => [[tx, actor]]),
  'registration/queries/filings#filingsBefore': ask(REGULATORS, ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, { class: 1 }],
    [tx, actor, { state: 'submitted' }],
    [tx, actor, { state: 'refused' }],
    [tx, actor, words],
  ]),
  'registration/queries/plans#plansOf': ask(['creator', 'province', 'national', 'platform'], ({ tx, c }) => [[tx, c.filing.id]]),
  'registration/queries/platform#offersTo': ask(PLATFORM, ({ tx, actor }) => [[tx, actor, {}]]),
  'registration/queries/platform#numbersBy': ask(PLATFORM, ({ tx, actor }) => [
    [tx, actor, {}],
    [tx, actor, words],
  ]),
  'registration/queries/poster#posterOfFiling': ask(MEMBERS, ({ tx, c }) => [[tx, c.filing.id]]),
  'registration/queries/poster#posterOfWork': ask(ALL, ({ tx, c }) => [[tx, c.drama.code]]),
  'rulebook/queries#rulebook': ask(['visitor'], ({ tx }) => [[tx]]),
  'takedown/queries/board#boardOf': ask(ALL, ({ tx, actor, c, now }) => [[tx, actor, c.entry, now]]),
  'takedown/queries/board#boardCounts': ask(ALL, ({ tx, c }) => [[tx, c.entry.id]]),
  'takedown/queries/board#linksOf': ask(OFFICE, ({ tx, c }) => [[tx, c.entry.id]]),
  'takedown/queries/orders#ordersOf': ask(['national', 'province', 'platform'], ({ tx, actor, now }) => [
    ...each(['open', 'overdue', 'reappeared', 'answered', 'late', 'all'], (view) => [tx, actor, { view }, now]),
    [tx, actor, { view: 'all', severity: 4 }, now],
    [tx, actor, { view: 'all', ...words }, now],
  ]),
  'takedown/queries/orders#orderCounts': ask(['national', 'province', 'platform'], ({ tx, actor, now }) => [[tx, actor, now]]),
  'takedown/queries/orders#episodesListed': ask(OFFICE, ({ tx, c }) => [[tx, c.entry.id]]),
  'takedown/queries/orders#orderByNumber': ask(OFFICE, ({ tx, c }) => [[tx, c.order.number]]),
  'takedown/queries/orders#overdueOrders': ask(['national', 'province', 'platform'], ({ tx, actor, now }) => [[tx, actor, {}, now]]),
  'violation/queries/creator#upheldAgainst': ask(CREATOR, ({ tx, actor }) => [[tx, actor]]),
  'violation/queries/draft#draftById': ask(FILERS, ({ tx, actor, c }) => [[tx, actor, c.report.id]]),
  'violation/queries/draft#numberOfFiled': ask(FILERS, ({ tx, actor, c }) => [[tx, actor, c.report.id]]),
  'violation/queries/evidence#evidenceOf': ask(OFFICE, ({ tx, c }) => [[tx, c.violation.id]]),
  'violation/queries/evidence#evidenceById': ask(OFFICE, ({ tx, c }) => [[tx, c.evidence]]),
  'violation/queries/evidence#mayAttach': ask(FILERS, ({ tx, actor, c }) => [[tx, actor, c.report.id, 1000]]),
  'violation/queries/report#reportByNumber': ask(MEMBERS, ({ tx, actor, c }) => [
    [tx, actor, c.violation.number],
    [tx, actor, c.report.number],
  ]),
  'violation/queries/report#earlierOf': ask(OFFICE, ({ tx, c }) => [
    [tx, { id: c.violation.id, rootId: null }, [{ dramaId: c.drama.id, miniProgramId: null, accountId: null }]],
  ]),
  'violation/queries/report#reportsOn': ask(OFFICE, ({ tx, c }) => [[tx, [c.drama.id]]]),
  'violation/queries/report#mergedWith': ask(OFFICE, ({ tx, c }) => [[tx, { id: c.violation.id, rootId: null }]]),
  'violation/queries/report#openingsOf': ask(OFFICE, ({ tx, c }) => [[tx, c.violation.id]]),
  'violation/queries/report#wasRecorded': ask(OFFICE, ({ tx, c }) => [[tx, c.violation.id]]),
  'violation/queries/reports#reportsOf': ask(OFFICE, ({ tx, actor }) => [
    ...each(['filed', 'upheld', 'dismissed', 'merged', 'withdrawn', 'recorded', 'own', 'everyone', 'draft'], (view) => [
      tx,
      actor,
      { view },
    ]),
    [tx, actor, { view: 'upheld', severity: 4 }],
    [tx, actor, { view: 'upheld', source: 'association' }],
    [tx, actor, { view: 'upheld', about: 'mini_program' }],
    [tx, actor, { view: 'upheld', ...words }],
  ]),
  'violation/queries/reports#subjectsIn': ask(MEMBERS, ({ tx, c }) => [[tx, [c.violation.id]]]),
  'violation/queries/reports#reportCounts': ask(OFFICE, ({ tx, actor }) => [[tx, actor]]),
}
