import ts from 'typescript'
import { findAll, isBackstage } from './house'

type Habit = {
  name: string
  /** Where the law does not bind: the one door, or what only tests read. */
  door: RegExp
  breaches: (file: ts.SourceFile, caseTables: ReadonlySet<string>) => ts.Node[]
}

const isCallOf = (node: ts.Node, method: RegExp): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && method.test(node.expression.name.text)

/** The table at the root of `tx.update(table).set(…)`, `tx.insert(table).values(…)` and so on. */
function tableOf(call: ts.CallExpression): string {
  for (
    let at: ts.Expression = call;
    ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression);
    at = at.expression.expression
  ) {
    if (/^(insert|update|delete)$/.test(at.expression.name.text)) return at.arguments[0]?.getText() ?? ''
  }
  return ''
}

const isName =
  (name: string) =>
  (node: ts.Node): node is ts.Node =>
    (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && node.name.getText() === name

const texts = (file: ts.SourceFile) =>
  findAll(file, (node): node is ts.Node => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))

/** What is written beside `state` by the act alone. */
const RECORDS = /^(events|eventHands|eventWords|waiting|caseCounters|formKeys)$/
const RECORDS_IN_SQL =
  /\b(insert\s+into|delete\s+from|update)\s+("?(events|event_hands|event_words|waiting|case_counters|form_keys)\b|\$\{(events|eventHands|eventWords|waiting|caseCounters|formKeys)\})|\bset\s[^;]*\bstate\s*=/i

const writesState = (file: ts.SourceFile, caseTables: ReadonlySet<string>) => [
  ...findAll(
    file,
    (node): node is ts.Node => isCallOf(node, /^(insert|update|delete)$/) && RECORDS.test(node.arguments[0]?.getText() ?? ''),
  ),
  ...findAll(
    file,
    (node): node is ts.CallExpression => isCallOf(node, /^(set|values|onConflictDoUpdate)$/) && caseTables.has(tableOf(node)),
  ).filter((call) => call.arguments.some((argument) => findAll(argument, isName('state')).length > 0)),
  ...findAll(
    file,
    (node): node is ts.CallExpression => ts.isCallExpression(node) && /^(insertMany|setMany)$/.test(node.expression.getText()),
  ).filter(({ arguments: [, table, ...given] }) => {
    const name = table?.getText() ?? ''
    return RECORDS.test(name) || (caseTables.has(name) && given.some((argument) => findAll(argument, isName('state')).length > 0))
  }),
  ...texts(file).filter((node) => RECORDS_IN_SQL.test(node.getText())),
]

const MINTS: Record<string, RegExp> = {
  mintActor: /^(app\/_server\/(session|api-key)\.ts|lib\/process\/(worker|seed|demonstration)(\.ts|\/))/,
  clock: /^lib\/process\//,
  houseFor: /^(lib\/perform\.ts|db\/transaction\.ts|lib\/process\/(seed|demonstration|founder)(\.ts|\/).*)$/,
  visitor: /^(app\/(_server|\(public\))|lib\/process)\//,
}
const mints = (file: ts.SourceFile) => [
  ...findAll(file, ts.isImportDeclaration)
    .filter((node) => /kernel\/actor$|^\.\/actor$/.test((node.moduleSpecifier as ts.StringLiteral).text))
    .flatMap((node): ts.Node[] => {
      const names = node.importClause?.namedBindings
      if (names && ts.isNamespaceImport(names)) return [names]
      return names?.elements.filter((element) => MINTS[(element.propertyName ?? element.name).text]?.test(file.fileName) === false) ?? []
    }),
  ...findAll(file, (node): node is ts.AsExpression => ts.isAsExpression(node) && node.type.getText() === 'Actor'),
]

const isDirective = (node: ts.Node): node is ts.ExpressionStatement =>
  ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server'
const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
const isFormAction = (node: ts.Statement) =>
  ts.isVariableStatement(node) &&
  node.declarationList.declarations.every(
    ({ initializer }) => initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'formAction',
  )

function opensBackDoor(file: ts.SourceFile): ts.Node[] {
  if (!/^app\/(.*\/)?actions\.ts$/.test(file.fileName)) return findAll(file, isDirective)
  const [first] = file.statements
  const loose = file.statements.filter(
    (node) => ts.isExportDeclaration(node) || ts.isExportAssignment(node) || (isExported(node) && !isFormAction(node)),
  )
  return first && isDirective(first) ? loose : [file, ...loose]
}

const isDate = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'Date'
const readsClock = (node: ts.Node): node is ts.Node =>
  (ts.isPropertyAccessExpression(node) && isDate(node.expression) && node.name.text === 'now') ||
  ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isDate(node.expression) && !node.arguments?.length)
const readsEnvironment = (node: ts.Node): node is ts.Node =>
  (ts.isPropertyAccessExpression(node) && node.name.text === 'env' && /^(globalThis\.)?process$/.test(node.expression.getText())) ||
  (ts.isVariableDeclaration(node) && node.initializer?.getText() === 'process') ||
  (ts.isImportDeclaration(node) && /^(node:)?process$/.test((node.moduleSpecifier as ts.StringLiteral).text))
const speaksLocale = (node: ts.Node): node is ts.Node =>
  (ts.isIdentifier(node) && node.text === 'Intl') || (ts.isPropertyAccessExpression(node) && /^toLocale/.test(node.name.text))
const speaksChinese = (node: ts.Node): node is ts.Node =>
  (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
  /[\u3400-\u9fff]/.test(node.text)
const isDrawn = (node: ts.Node): node is ts.Node =>
  ts.isClassLike(node) &&
  !node.heritageClauses?.some(({ types }) => types.some(({ expression }) => /(Error|CredentialsSignin)$/.test(expression.getText())))

/** Reads one of an organization's names by itself, and so decides in which language it is said. */
const callsByName = (node: ts.Node): node is ts.Node =>
  (ts.isPropertyAccessExpression(node) &&
    /^(shortName|nameEn|organizationNameEn)$/.test(node.name.text) &&
    !/[fF]ields?$/.test(node.expression.getText())) ||
  (ts.isBindingElement(node) && /^(shortName|nameEn)$/.test((node.propertyName ?? node.name).getText()))

const everywhere = /^$/
export const habits: Habit[] = [
  { name: 'one-writer', door: /^db\/(act|record|telling)\.ts$/, breaches: writesState },
  { name: 'actors-are-minted-at-the-gate', door: /^lib\/kernel\/actor\.ts$/, breaches: mints },
  { name: 'no-action-but-form-action', door: everywhere, breaches: opensBackDoor },
  { name: 'one-reader-of-the-environment', door: /^lib\/env\.ts$/, breaches: (file) => findAll(file, readsEnvironment) },
  { name: 'one-speaker-of-locales', door: /^lib\/(kernel\/time|i18n\/formats)\.ts$/, breaches: (file) => findAll(file, speaksLocale) },
  {
    name: 'one-clock',
    door: /^(lib\/kernel\/(time|id)\.ts$|lib\/process\/|db\/embedded\/|app\/_server\/|app\/(layout\.tsx|_ui\/now\.ts)$)/,
    breaches: (file) => findAll(file, readsClock),
  },
  {
    name: 'words-live-in-the-catalogue',
    door: /^(lib|db|e2e)\/|^(proxy|instrumentation)\.ts$|^app\/global-error\.tsx$/,
    breaches: (file) => findAll(file, speaksChinese),
  },
  {
    name: 'organizations-are-called-at-one-door',
    door: /^(lib|db|e2e)\/|^app\/(_components\/organization\/|\(public\)\/apply\/actions\.ts$|_components\/biweekly\/report-file\.ts$)/,
    breaches: (file) => findAll(file, callsByName),
  },
  { name: 'no-classes-but-errors', door: everywhere, breaches: (file) => findAll(file, isDrawn) },
  {
    name: 'no-barrels',
    door: /^db\/schema\/index\.ts$/,
    breaches: (file) =>
      findAll(file, (node): node is ts.Node => ts.isExportDeclaration(node) && !!node.moduleSpecifier && !node.isTypeOnly),
  },
]

/** What the file does against a habit of the house, as `law path:line`. */
export const lapses = (file: ts.SourceFile, caseTables: ReadonlySet<string>): string[] =>
  habits
    .filter(({ door }) => !door.test(file.fileName) && !isBackstage(file.fileName))
    .flatMap(({ name, breaches }) =>
      breaches(file, caseTables).map(
        (node) => `${name} ${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`,
      ),
    )

/** The tables of cases: those that spread `caseColumns` in the schema. */
export const caseTablesOf = (schema: ts.SourceFile): string[] =>
  findAll(schema, ts.isVariableDeclaration)
    .filter(({ initializer }) => initializer && /\.\.\.caseColumns\(/.test(initializer.getText()))
    .map(({ name }) => name.getText())
