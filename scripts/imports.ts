import { parseSync, Visitor, type ESTree } from 'vite'

export type Import = Readonly<{
  specifier: string
  line: number
  /** True for what is gone when the program runs: `import type`, `export type … from`, `import('…').T`. */
  typeOnly: boolean
}>

export type Imports = Readonly<{ imports: readonly Import[]; problems: readonly string[] }>

const isImportMeta = (node: ESTree.Node): boolean => node.type === 'MetaProperty' && node.meta.name === 'import'

const isImportMetaMember = (node: ESTree.Node | undefined, name: string): boolean =>
  node?.type === 'MemberExpression' &&
  isImportMeta(node.object) &&
  node.property.type === 'Identifier' &&
  node.property.name === name

/** The text of `'…'` or of a template without holes; undefined for anything computed. */
const literalText = (node: ESTree.Node | undefined): string | undefined => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/**
 * Every module that a source file names: static and dynamic imports, re-exports, import types, and
 * `new URL('./x', import.meta.url)`, by which workers and files are named.
 * What cannot be followed (a syntax error, a computed import, `import.meta.glob`) is a problem, not silence.
 * @param followUrls false for a test, in which such an address names a file to read
 */
export const importsOf = (file: string, source: string, followUrls = true): Imports => {
  const imports: Import[] = []
  const problems: string[] = []
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length
  const add = (node: ESTree.Node, specifier: string, typeOnly: boolean): void => {
    imports.push({ specifier, line: lineAt(node.start), typeOnly })
  }
  const refuse = (node: ESTree.Node, what: string): void => {
    problems.push(`${file}:${lineAt(node.start)} ${what} cannot be followed`)
  }

  const { program, errors } = parseSync(file, source)
  problems.push(...errors.map((error) => `${file} does not parse: ${error.message}`))
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source.value, node.exportKind === 'type')
    },
    TSImportType: (node) => add(node, node.source.value, true),
    ImportExpression: (node) => {
      const specifier = literalText(node.source)
      if (specifier === undefined) refuse(node, 'a computed import()')
      else add(node, specifier, false)
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return
      if (!followUrls || !isImportMetaMember(node.arguments[1], 'url')) return
      const specifier = literalText(node.arguments[0])
      if (specifier === undefined) refuse(node, 'a computed new URL(…, import.meta.url)')
      else add(node, specifier, false)
    },
    CallExpression: (node) => {
      if (isImportMetaMember(node.callee, 'glob')) refuse(node, 'import.meta.glob')
    },
  }).visit(program)
  return { imports, problems }
}
