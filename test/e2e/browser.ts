/** Which browser do the tests drive? One that is installed; where none is, Debian's own as root. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the search asks of the computer. */
export interface Machine {
  platform: string
  env: Record<string, string | undefined>
  isRoot: boolean
  exists: (path: string) => boolean
  run: (command: string, parameters: string[]) => void
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PLACES = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
]

/** Where a Chromium, Chrome or Edge usually stands on that computer, likeliest first. */
export function usualPlaces({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return WINDOWS_PLACES.flatMap((place) =>
      roots.flatMap((root) => (root ? [[root, place].join('\\')] : [])),
    )
  }
  if (platform === 'darwin')
    return MAC_NAMES.flatMap((name) =>
      ['', env['HOME'] ?? ''].map(
        (root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  const folders = new Set([...(env['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'])
  folders.delete('')
  return NAMES.flatMap((name) => [...folders].map((folder) => `${folder}/${name}`))
}

/** The path of a browser; throws one sentence that names what to install where there is none. */
export function findBrowser(machine: Machine): string {
  const named = machine.env['CHROME_PATH']
  if (named) {
    if (machine.exists(named)) return named
    throw new Error(`CHROME_PATH names ${named}, but there is no such file.`)
  }
  const find = (): string | undefined => usualPlaces(machine).find(machine.exists)
  const found = find() ?? (install(machine) ? find() : undefined)
  if (found !== undefined) return found
  throw new Error(
    'No browser found for the tests: install Chromium, Chrome or Edge, or set CHROME_PATH to one.',
  )
}

/** Debian's Chromium, where that can be had without asking anyone. */
function install({ isRoot, platform, exists, run }: Machine): boolean {
  if (platform !== 'linux' || !isRoot || !exists('/etc/debian_version')) return false
  try {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', 'chromium'])
    return true
  } catch {
    return false
  }
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  run: (command, parameters) => {
    execFileSync(command, parameters, { stdio: 'inherit' })
  },
}

/** For Playwright. Without its sandbox only as root, where Chromium has none. */
export function launchOptions(): { executablePath: string; chromiumSandbox: boolean } {
  return { executablePath: findBrowser(thisMachine), chromiumSandbox: !thisMachine.isRoot }
}
