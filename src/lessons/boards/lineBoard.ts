/** Is this one line right as it is typed, and where is it not? A dotted path of settings.py, or a line of a Procfile. */
import { quoted } from '../../token/visible.ts'

export interface LineState {
  kind: 'path' | 'procfile'
  /** Any text. */
  text: string
}

export interface LineVerdict {
  isRight: boolean
  /** What Python or the platform writes; null where it writes nothing. */
  error: string | null
  /** What is the case, and where. Characters count from 1. */
  says: string
}

export const lineLabels: Readonly<Record<LineState['kind'], string>> = {
  path: 'Line of settings.py',
  procfile: 'Line of the Procfile',
}

const MODULE = 'rest_framework_simplejwt.authentication'
const CLASS = 'JWTAuthentication'
/** What else a learner may think of, and Python would find. */
const PACKAGES = new Set(['rest_framework', 'rest_framework_simplejwt'])
const MODULES = new Set([
  MODULE,
  'rest_framework.authentication',
  'rest_framework_simplejwt.tokens',
  'rest_framework_simplejwt.views',
])
const OTHER_CLASSES =
  /^rest_framework\.authentication\.(?:Session|Basic|Token|RemoteUser)Authentication$/
export const RIGHT_PATH = `'${MODULE}.${CLASS}',`
/** As it stands in one of the class notes. */
export const STRAY_PATH = `'${MODULE} .${CLASS}',`
export const RIGHT_PROCFILE = 'web: gunicorn myapi.wsgi --workers 2'

export const judgeLine = ({ kind, text }: LineState): LineVerdict =>
  kind === 'path' ? judgePath(text) : judgeProcfile(text)

/** Whether something keeps it from working; what, stands on the board. null once it works. */
export const tellLine = (state: LineState): string | null =>
  judgeLine(state).isRight ? null : 'The line does not work yet. Below it stands why.'

const right = (says: string): LineVerdict => ({ isRight: true, error: null, says })
const wrong = (says: string, error: string | null = null): LineVerdict => ({
  isRight: false,
  error,
  says,
})

/** Where the first space stands that is inside the quotes, counted from 1; null where there is none. */
export function strayPlace(text: string): number | null {
  const inside = /'[^']*'/.exec(text)
  const at = inside?.[0].search(/\s/) ?? -1
  return at === -1 || inside === null ? null : inside.index + at + 1
}

function judgePath(text: string): LineVerdict {
  const path = /^\s*(?:'([^']*)'|"([^"]*)"),?\s*$/.exec(text)
  const dotted = path?.[1] ?? path?.[2]
  if (dotted === undefined)
    return wrong(
      'The path needs one quote at each end, of the same kind.',
      'SyntaxError: invalid syntax',
    )
  const dot = dotted.lastIndexOf('.')
  const fails = (error: string): string =>
    `ImportError: Could not import '${dotted}' for API setting 'DEFAULT_AUTHENTICATION_CLASSES'. ${error}.`
  if (dot === -1)
    return wrong(
      'A path names a module, a dot and a class.',
      fails(`ImportError: ${dotted} doesn't look like a module path`),
    )
  const module = dotted.slice(0, dot)
  const name = dotted.slice(dot + 1)
  if (OTHER_CLASSES.test(dotted))
    return wrong(
      'Python finds this class, but it reads no JWT. The one that does is JWTAuthentication.',
    )
  if (!MODULES.has(module)) {
    const [first = ''] = module.split('.')
    return wrong(
      'Python looks for a module of exactly this name, and there is none.',
      fails(`ModuleNotFoundError: No module named '${PACKAGES.has(first) ? module : first}'`),
    )
  }
  if (module !== MODULE || name !== CLASS)
    return wrong(
      `The module is there, but it holds no ${quoted(name)}.`,
      fails(`ImportError: Module "${module}" does not define a "${name}" attribute/class`),
    )
  return right('Python finds the module and the class in it.')
}

const OPTIONS_WITH_VALUE = new Set(['--workers', '-w', '--bind', '-b', '--log-file', '--timeout'])

function judgeProcfile(text: string): LineVerdict {
  const line = /^(\s*)([^:\s]+)\s*:\s*(.*)$/.exec(text)
  if (line === null)
    return wrong('A line has a name, a colon and a command. The colon is missing or stands first.')
  const [, , name = '', command = ''] = line
  if (name !== 'web')
    return wrong(
      `The name is ${quoted(name)}. Only a process called web gets requests from the platform.`,
    )
  const words = command.split(/\s+/).filter((word) => word !== '')
  const [program, ...rest] = words
  if (program === undefined) return wrong('Behind the colon the command is missing.')
  if (words.includes('runserver'))
    return wrong('This starts the development server, the very thing that must not be there.')
  if (program !== 'gunicorn')
    return wrong(`${quoted(program)} is not the application server. gunicorn is.`)
  return judgeArguments(text, rest)
}

function judgeArguments(text: string, words: readonly string[]): LineVerdict {
  let target: string | null = null
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^--(?:certfile|keyfile)/.test(word))
      return wrong(
        'gunicorn could end https with this. On the platform its router already did, so nothing would reach it.',
      )
    const value = word.startsWith('--') && word.includes('=') ? word.split('=')[1] : words[at + 1]
    if (/^(?:--bind|-b)\b/.test(word) && /^(?:127\.|localhost)/.test(value ?? ''))
      return wrong(
        'Only programs on the same machine reach this address. The platform’s router is on another.',
      )
    if (OPTIONS_WITH_VALUE.has(word)) at++
    else if (!word.startsWith('-')) target ??= word
  }
  if (target === null) return wrong('gunicorn is not told what to run: myapi.wsgi is missing.')
  const place = text.indexOf(target) + 1
  if (/\.py\b/.test(target))
    return wrong(`From character ${place} on stands a file. gunicorn wants a module: myapi.wsgi.`)
  if (!/^myapi\.wsgi(?::application)?$/.test(target))
    return wrong(
      `From character ${place} on stands ${quoted(target)}. The project’s WSGI module is myapi.wsgi.`,
    )
  return right('The platform starts gunicorn, and gunicorn calls your project through WSGI.')
}
