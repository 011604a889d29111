import ts from 'typescript'
import { expect, test } from 'vitest'
import { pictures } from '../fixtures/pictures'
import { files, findAll, inTemporaryHouse, read } from './house'

/** The routes of all pages that draw something; the others only lead on. */
const pagesOf = (root: string) =>
  files(root)
    .filter((path) => /^app\/(.*\/)?page\.tsx$/.test(path))
    .filter((path) => findAll(read(root, path), ts.isJsxOpeningLikeElement).length > 0)
    .map((path) => path.replace(/^app|\/\(\w+\)|\/page\.tsx$/g, '') || '/')

/** The names of the pictures that the journeys' own text takes. */
const takenIn = (root: string) =>
  files(root)
    .filter((path) => /^e2e\/journeys\/.*\.spec\.ts$/.test(path))
    .flatMap((path) => findAll(read(root, path), ts.isCallExpression))
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === 'shoot')
    .flatMap(({ arguments: [, name] }) => (name && ts.isStringLiteral(name) ? [name.text] : []))

test('every page has its picture, so that axe has seen it in both languages and widths', () => {
  expect([...new Set(pictures.map(({ page }) => page))].sort()).toEqual(pagesOf('.').sort())
})

test('a picture is taken once: by the journey that goes down the list, or by the story that is named for it', () => {
  const taken = takenIn('.')
  expect(pictures.filter(({ picture, way }) => taken.includes(picture) !== (way.length === 0))).toEqual([])
  expect(new Set(pictures.map(({ picture }) => picture)).size).toBe(pictures.length)
})

test('a new page and a picture are noticed', () => {
  const texts = {
    'app/(portal)/drama/[id]/page.tsx': 'export default () => <p>1</p>',
    'app/page.tsx': "export default () => redirect('/register')",
    'e2e/journeys/a.spec.ts': "await shoot(page, 'drama')\nawait shoot(page, name)",
  }
  expect(inTemporaryHouse(texts, (root) => [pagesOf(root), takenIn(root)])).toEqual([['/drama/[id]'], ['drama']])
})
