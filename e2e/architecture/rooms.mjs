/** A noun may use nouns above it, never below; consequences travel down as events. */
export const LADDER = [
  'organization',
  'rulebook',
  'drama',
  'registration',
  'distribution',
  'matching',
  'violation',
  'rectification',
  'penalty',
  'blacklist',
  'takedown',
  'appeal',
  'batch',
  'inspection',
  'figure',
  'campaign',
  'biweekly',
  'announcement',
  'consultation',
  'guidance',
]
/** At the foot of the ladder: readers across nouns, which nobody reads. */
export const FOOT = ['desk', 'register', 'overview', 'dossier']
/** Beside the ladder: the events' integrity, what leaves the house, and who is told of what. */
export const BESIDE = ['ledger', 'delivery', 'notice']

const rungs = [...LADDER, ...FOOT]
const OURS = '^(app|lib|db|e2e)/|^(proxy|instrumentation)\\.ts$'
const role = (/** @type {string} */ names) => `(${names})(\\.ts$|/)`
const PURE = role('workflow|rules|input')
const law = (/** @type {string} */ name, /** @type {object} */ from, /** @type {object} */ to) => ({ name, severity: 'error', from, to })

export default {
  forbidden: [
    law('no-cycles', {}, { circular: true }),
    law('everything-resolves', {}, { couldNotResolve: true }),
    law('kernel-stands-alone', { path: '^lib/kernel/' }, { path: OURS, pathNot: '^lib/kernel/' }),
    law(
      'law-is-pure',
      { path: `^lib/[^/]+/${PURE}` },
      { path: `${OURS}|node_modules/(next|react|drizzle-orm|postgres)`, pathNot: `^lib/(kernel/|[^/]+/${PURE})` },
    ),
    law('law-touches-no-machine', { path: `^lib/[^/]+/${PURE}` }, { dependencyTypes: ['core'], pathNot: '^(crypto|util|buffer|url)$' }),
    law('lib-knows-no-web', { path: '^(lib|db)/' }, { path: '^app/|^(proxy|instrumentation)\\.ts$|node_modules/(next|react)' }),
    law(
      'counter-never-opens-the-archive',
      { path: '^app/|^(proxy|instrumentation)\\.ts$' },
      { path: '^db/|node_modules/(drizzle-orm|postgres)/' },
    ),
    law(
      'schema-quotes-only-words',
      { path: '^db/schema/' },
      { path: '^lib/', pathNot: `^lib/(kernel/|[^/]+/${role('workflow')}|rulebook/${PURE})` },
    ),
    law(
      'archive-knows-no-nouns',
      { path: '^db/(?!schema/|testing/)' },
      { path: '^lib/', pathNot: `^lib/(kernel/|env\\.ts$|[^/]+/${role('workflow')}|rulebook/${PURE})` },
    ),
    law(
      'neighbours-use-the-door',
      { path: '^lib/([^/]+)/', pathNot: `^lib/((process|i18n)/|[^/]+/${PURE})` },
      { path: '^lib/(?!kernel/|i18n/|gateway/)[^/]+/', pathNot: `^lib/($1/|[^/]+/${role('queries|commands|workflow|rules')})` },
    ),
    law(
      'only-consequences-open-reactions',
      { pathNot: '^lib/(consequences\\.ts$|[^/]+/reactions/)' },
      { path: `^lib/[^/]+/${role('reactions')}` },
    ),
    law('only-the-act-records', { pathNot: '^db/(act|transaction|waits|record)\\.ts$' }, { path: '^db/record\\.ts$' }),
    law('only-the-door-opens-consequences', { pathNot: '^lib/perform\\.ts$' }, { path: '^lib/consequences\\.ts$' }),
    law('acts-begin-at-the-counter', { path: '^(lib|db)/', pathNot: '^(lib/process|db/testing)/' }, { path: '^lib/perform\\.ts$' }),
    law(
      'programs-are-nobodys-library',
      { path: OURS, pathNot: '^(lib/process|e2e|db/testing)/' },
      { path: '^lib/process/', pathNot: '^lib/process/health\\.ts$' },
    ),
    law(
      'words-quote-the-law',
      { path: '^lib/i18n/' },
      { path: '^lib/', pathNot: `^lib/(i18n/|kernel/|[^/]+/${PURE})`, dependencyTypesNot: ['type-only'] },
    ),
    law('one-door-for-words', { path: OURS, pathNot: '^(lib/i18n|e2e)/' }, { path: '^lib/i18n/(zh-CN|en)/' }),
    law('primitives-know-no-product', { path: '^app/_ui/' }, { path: '^app/(?!_ui/)|^lib/(?!kernel/|i18n/)' }),
    law('inspector-is-blind', { path: '^e2e/(?!architecture/)' }, { path: '^app/' }),
    law('tests-stay-outside', { path: '^(app|lib|db/(?!testing/))' }, { path: '^(e2e|db/testing)/' }),
    law('nobody-reads-the-foot', { path: `^lib/(${BESIDE.join('|')})/` }, { path: `^lib/(${FOOT.join('|')})/` }),
    ...rungs
      .slice(0, -1)
      .map((noun, at) => law(`ladder-${noun}`, { path: `^lib/${noun}/` }, { path: `^lib/(${rungs.slice(at + 1).join('|')})/` })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next|\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
