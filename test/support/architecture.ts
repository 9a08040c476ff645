/** Which rules does the tree of sources keep, and which file breaks which of them? architecture.md B.3, decisions.md G. */
import { dirname, join, normalize } from 'node:path'

/** Path from the project's folder → text. */
export type Sources = ReadonlyMap<string, string>

/** What each folder of src may import besides itself: other folders of src, and packages. */
const MAY_IMPORT: Record<string, { folders: string[]; packages: string[] }> = {
  token: { folders: [], packages: [] },
  claims: { folders: ['token'], packages: [] },
  intake: { folders: ['token'], packages: [] },
  algorithms: { folders: ['token'], packages: [] },
  keys: {
    folders: ['token', 'algorithms'],
    packages: ['@peculiar/x509', '@noble/hashes', '@noble/curves'],
  },
  verification: {
    folders: ['token', 'algorithms', 'keys'],
    packages: ['jose', '@noble/hashes', '@noble/curves'],
  },
  encryption: { folders: ['token', 'algorithms', 'keys'], packages: ['jose'] },
  disclosure: { folders: ['token'], packages: ['@noble/hashes'] },
  sharing: {
    folders: ['token', 'algorithms', 'keys', 'claims', 'verification', 'samples'],
    packages: [],
  },
  workers: { folders: ['verification'], packages: [] },
  simplejwt: { folders: ['token', 'claims'], packages: ['@noble/hashes'] },
  samples: {
    folders: ['token', 'algorithms', 'keys', 'verification', 'encryption', 'disclosure'],
    packages: [],
  },
  simulation: { folders: ['simplejwt', 'claims', 'token'], packages: [] },
  judgement: {
    folders: [
      'token',
      'algorithms',
      'keys',
      'claims',
      'intake',
      'verification',
      'encryption',
      'disclosure',
    ],
    packages: [],
  },
  header: { folders: ['token', 'algorithms', 'claims'], packages: [] },
  reference: {
    folders: [
      'token',
      'algorithms',
      'keys',
      'claims',
      'intake',
      'header',
      'verification',
      'encryption',
      'judgement',
      'sharing',
    ],
    packages: [],
  },
  lessons: {
    folders: [
      'token',
      'algorithms',
      'keys',
      'claims',
      'verification',
      'encryption',
      'judgement',
      'samples',
      'simplejwt',
      'simulation',
    ],
    packages: ['@noble/hashes'],
  },
  attack: {
    folders: ['token', 'algorithms', 'keys', 'claims', 'verification', 'samples'],
    packages: ['@noble/hashes'],
  },
  editor: { folders: ['editor/monaco'], packages: ['react', 'zustand'] },
  'editor/monaco': { folders: ['editor'], packages: ['react', 'monaco-editor'] },
  ui: { folders: [], packages: ['react'] },
  state: {
    folders: [
      'token',
      'algorithms',
      'keys',
      'claims',
      'intake',
      'verification',
      'encryption',
      'disclosure',
      'header',
      'judgement',
      'samples',
      'simulation',
      'simplejwt',
      'lessons',
      'attack',
      'editor/field',
      'workers',
    ],
    packages: ['zustand'],
  },
  screens: {
    folders: [
      'token',
      'algorithms',
      'keys',
      'claims',
      'intake',
      'verification',
      'encryption',
      'disclosure',
      'judgement',
      'header',
      'reference',
      'samples',
      'sharing',
      'simulation',
      'simplejwt',
      'lessons',
      'attack',
      'editor',
      'state',
      'ui',
      'policy',
    ],
    packages: ['react', 'zustand'],
  },
  // the files beside the folders: they put the parts together
  '': {
    folders: [
      'screens',
      'state',
      'editor',
      'keys',
      'claims',
      'judgement',
      'header',
      'reference',
      'verification',
      'encryption',
      'samples',
      'styles',
    ],
    packages: ['react-dom', 'node:stream/consumers'],
  },
}

/** Words that reach outside, and the files that own them. */
const CAPABILITIES: { name: string; pattern: RegExp; owners: string[] }[] = [
  {
    name: 'the clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    owners: ['src/state/clock.ts', 'src/editor/upgrade.ts'],
  },
  {
    name: 'timers',
    pattern: /\bset(?:Timeout|Interval)\(|\brequest(?:AnimationFrame|IdleCallback)\(/,
    owners: [
      'src/state/clock.ts',
      'src/state/sessionPlayer.ts',
      'src/start.ts',
      'src/editor/upgrade.ts',
      'src/screens/session/useAddress.ts',
      'src/screens/useRestingPointer.ts',
      'src/screens/privacy/tryToLeak.ts',
      'src/ui/CopyButton.tsx',
      'src/ui/useRested.ts',
    ],
  },
  {
    name: 'storage',
    pattern: /\b(?:localStorage|sessionStorage|indexedDB|caches)\b|\bdocument\.cookie\b/,
    owners: ['src/state/storage.ts', 'public/boot.js'],
  },
  {
    name: 'the address bar',
    pattern: /\b(?:location|history)\.(?!test)|\bwindow\.open\b/,
    owners: ['src/screens/route.ts'],
  },
  {
    name: 'the network',
    pattern:
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\b|\bRTCPeerConnection\b/,
    owners: ['src/screens/privacy/tryToLeak.ts'],
  },
  {
    name: 'markup from text',
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
    owners: [],
  },
  { name: 'code from text', pattern: /\beval\(|\bnew Function\(/, owners: [] },
  {
    name: 'WebCrypto',
    pattern: /\bcrypto\.subtle\b/,
    owners: [
      'src/verification/verifyAsymmetric.ts',
      'src/verification/signAsymmetric.ts',
      'src/keys/importKey.ts',
      'src/keys/generateKey.ts',
      'src/encryption/webCrypto.ts',
    ],
  },
  { name: 'the console', pattern: /\bconsole\./, owners: [] },
]

const LONGEST = 250
const IMPORT =
  /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm
const LATE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
const TYPE_IMPORT = /^\s*(?:import|export)\s+type\b/

interface Import {
  specifier: string
  isType: boolean
  isLate: boolean
}

/** Every broken rule, one sentence each; an empty list is a tree in order. */
export function checkArchitecture(sources: Sources): string[] {
  const code = [...sources].filter(
    ([path]) => /\.(?:ts|tsx)$/.test(path) && path.startsWith('src/'),
  )
  return [
    ...code.flatMap(([path, text]) => checkImports(path, importsOf(text))),
    ...[...sources].flatMap(([path, text]) => checkCapabilities(path, withoutComments(text))),
    ...code.flatMap(([path, text]) => checkShape(path, text)),
    ...checkCycles(code),
  ]
}

function importsOf(text: string): Import[] {
  const source = withoutComments(text)
  const found = [...source.matchAll(IMPORT)].map((match) => ({
    specifier: match[1] ?? match[2] ?? '',
    isType: TYPE_IMPORT.test(match[0]),
    isLate: false,
  }))
  const late = [...source.matchAll(LATE_IMPORT)].map((match) => ({
    specifier: match[1] ?? '',
    isType: false,
    isLate: true,
  }))
  return [...found, ...late]
}

/** Comments go, line for line; what looks like one inside a string of an address (`//`) stays. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

/** Monaco stands behind a wall of its own, inside the folder of the port. */
const folderOf = (path: string): string => {
  if (path.startsWith('src/editor/monaco/')) return 'editor/monaco'
  const [, folder = '', rest] = path.split('/')
  return rest === undefined ? '' : folder
}

function checkImports(path: string, imports: Import[]): string[] {
  const home = folderOf(path)
  const rule = MAY_IMPORT[home]
  if (!rule) return [`${path}: no rule says what ${home} may import`]
  return imports.flatMap(({ specifier }) => {
    if (!specifier.startsWith('.')) {
      const isAllowed = rule.packages.some(
        (name) => specifier === name || specifier.startsWith(`${name}/`),
      )
      if (home === 'state' && specifier === 'zustand')
        return [`${path} imports zustand with React; state takes zustand/vanilla`]
      return isAllowed ? [] : [`${path} imports ${specifier}`]
    }
    const target = normalize(join(dirname(path), specifier))
    const folder = folderOf(target)
    const isNamed = rule.folders.some(
      (name) => target.startsWith(`src/${name}/`) || target.startsWith(`src/${name}.`),
    )
    const isWalledOff = folder.includes('/') && !rule.folders.includes(folder)
    const isAllowed = folder === home || (isNamed && !isWalledOff)
    return isAllowed ? [] : [`${path} imports ${target}`]
  })
}

function checkCapabilities(path: string, text: string): string[] {
  return CAPABILITIES.flatMap(({ name, pattern, owners }) =>
    pattern.test(text) && !owners.includes(path) ? [`${path} uses ${name}`] : [],
  )
}

function checkShape(path: string, text: string): string[] {
  const broken: string[] = []
  const lines = text.split('\n').length - 1
  if (lines > LONGEST) broken.push(`${path} has ${lines} lines`)
  if (!/^\/\*\*[^]*?[?.]/.test(text)) broken.push(`${path} does not open with its question`)
  if (/^export default\b/m.test(text)) broken.push(`${path} has a default export`)
  if (/^export\s+(?:\*|\{[^}]*\})\s+from\b/m.test(text)) broken.push(`${path} is a barrel`)
  if (/(?:^|\/)(?:utils?|helpers?|common|misc|index)\.tsx?$/.test(path))
    broken.push(`${path} is named after nothing`)
  return broken
}

/** Strongly connected groups of value imports (Tarjan); late imports are no part of a cycle. */
function checkCycles(code: [string, string][]): string[] {
  const paths = new Set(code.map(([path]) => path))
  const edges = new Map(
    code.map(([path, text]) => [
      path,
      importsOf(text)
        .filter(({ specifier, isType, isLate }) => specifier.startsWith('.') && !isType && !isLate)
        .map(({ specifier }) => normalize(join(dirname(path), specifier)))
        .filter((target) => paths.has(target)),
    ]),
  )
  const order = new Map<string, { index: number; low: number }>()
  const stack: string[] = []
  const cycles: string[] = []
  const visit = (path: string): number => {
    const mark = { index: order.size, low: order.size }
    order.set(path, mark)
    stack.push(path)
    for (const target of edges.get(path) ?? []) {
      const seen = order.get(target)
      if (!seen) mark.low = Math.min(mark.low, visit(target))
      else if (stack.includes(target)) mark.low = Math.min(mark.low, seen.index)
    }
    if (mark.low === mark.index) {
      const group = stack.splice(stack.indexOf(path))
      if (group.length > 1) cycles.push(`${group.toSorted().join(' and ')} import each other`)
    }
    return mark.low
  }
  for (const path of paths) if (!order.has(path)) visit(path)
  return cycles
}
