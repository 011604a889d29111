import { BESIDE, FOOT, LADDER } from './rooms.mjs'

const DRAWER = /^(utils?|helpers?|commons?|misc|types?|constants?|consts?|services?|managers?|shared|lib|stuff)$/
const ROLES = /^(workflow|rules|input|queries|commands|reactions)$/
const NOUNS = [...LADDER, ...FOOT, ...BESIDE]
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** `[...id]`, `(portal)`, `_ui` and `.test` are the frameworks' spelling; what is left is the name. */
const nameOf = (segment: string) => segment.replace(/[()[\]]|^_|^\.{3}|\.\.\./g, '').replace(/(\.(db|test|spec|config|d))*\.[a-z0-9]+$/, '')

type Rule = { name: string; breaks: (path: string, segments: string[]) => boolean }
export const nameRules: Rule[] = [
  { name: 'tsx-lives-in-app', breaks: (path) => path.endsWith('.tsx') && !path.startsWith('app/') },
  { name: 'no-drawers', breaks: (_, segments) => segments.slice(1).some((segment) => DRAWER.test(nameOf(segment))) },
  {
    name: 'kebab-case',
    breaks: (path, segments) =>
      /\.(ts|tsx|mjs|css)$/.test(path) && segments.some((segment) => segment !== 'zh-CN' && !KEBAB.test(nameOf(segment))),
  },
  { name: 'no-index', breaks: (path) => /(^|\/)index\.tsx?$/.test(path) && path !== 'db/schema/index.ts' },
  {
    name: 'lib-is-nouns',
    breaks: (_, [room, noun = '', file]) =>
      room === 'lib' &&
      (file
        ? ![...NOUNS, 'kernel', 'i18n', 'gateway', 'process'].includes(noun)
        : !/^(perform|consequences|env)(\.db)?(\.test)?\.ts$/.test(noun)),
  },
  {
    name: 'file-is-role',
    breaks: (_, [room, noun = '', file = '']) => room === 'lib' && NOUNS.includes(noun) && !ROLES.test(nameOf(file)),
  },
  {
    name: 'foot-only-reads',
    breaks: (_, [room, noun = '', file = '']) => room === 'lib' && FOOT.includes(noun) && !/^(queries|rules|input)$/.test(nameOf(file)),
  },
]

export const misnomers = (paths: string[]) =>
  paths.flatMap((path) => nameRules.filter(({ breaks }) => breaks(path, path.split('/'))).map(({ name }) => `${name} ${path}`))
