/** Is a browser found on any computer, and where there is none, is that said? */
import { expect, test } from '@playwright/test'
import { findBrowser, type Machine, usualPlaces } from './browser.ts'

function machine(change: Partial<Machine> & { files?: string[] }): Machine {
  const { files = [], ...rest } = change
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    exists: (path) => files.includes(path),
    run: () => {
      throw new Error('nothing may be run here')
    },
    ...rest,
  }
}

test('CHROME_PATH comes first', () => {
  const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' }
  expect(findBrowser(machine({ env, files: ['/opt/chrome', '/usr/bin/chromium'] }))).toBe(
    '/opt/chrome',
  )
})

test('a CHROME_PATH that leads nowhere is named', () => {
  const env = { CHROME_PATH: '/opt/chrom' }
  expect(() => findBrowser(machine({ env, files: ['/usr/bin/chromium'] }))).toThrow(
    'CHROME_PATH names /opt/chrom, but there is no such file.',
  )
})

for (const [platform, env, path] of [
  ['linux', { PATH: '/nix/bin' }, '/nix/bin/google-chrome'],
  ['linux', {}, '/snap/bin/chromium'],
  ['linux', {}, '/usr/bin/microsoft-edge'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
  [
    'win32',
    { PROGRAMFILES: String.raw`C:\Program Files` },
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  ],
  [
    'win32',
    { 'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)` },
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
] as const)
  test(`${path} is found on ${platform}`, () => {
    expect(usualPlaces({ platform, env })).toContain(path)
    expect(findBrowser(machine({ platform, env, files: [path] }))).toBe(path)
  })

test('as root on Debian, Chromium is installed once', () => {
  const files = ['/etc/debian_version']
  const ran: string[] = []
  const run = (command: string, parameters: string[]): void => {
    ran.push([command, ...parameters].join(' '))
    if (parameters[0] === 'install') files.push('/usr/bin/chromium')
  }
  expect(findBrowser(machine({ isRoot: true, files, run }))).toBe('/usr/bin/chromium')
  expect(ran).toEqual(['apt-get update', 'apt-get install -y chromium'])
})

test('without a browser and without the right to install one, a sentence says what to do', () => {
  const sentence =
    'No browser found for the tests: install Chromium, Chrome or Edge, or set CHROME_PATH to one.'
  const debian = ['/etc/debian_version']
  expect(() => findBrowser(machine({ files: debian }))).toThrow(sentence)
  expect(() => findBrowser(machine({ platform: 'win32', env: {} }))).toThrow(sentence)
  expect(() => findBrowser(machine({ isRoot: true, files: debian }))).toThrow(sentence)
})
