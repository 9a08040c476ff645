/** Which of the tools that check a signature are on this machine, and how does each of them run its code? */
import { execFile, execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

interface Tool {
  /** Commands that only succeed where the tool is, the best first. */
  probes: string[][]
  /** In a folder that holds the code; `command` is that of the probe that succeeded. */
  run: (command: string, bench: string) => string[]
}

const always =
  (...run: string[]) =>
  (): string[] =>
    run

const TOOLS: Record<string, Tool> = {
  OpenSSL: { probes: [['openssl', 'version']], run: always('sh', 'check.sh') },
  Python: { probes: [['python3', '--version']], run: always('python3', 'check.py') },
  PyJWT: {
    // the system's Python may have it where another one that comes first on the path has not
    probes: ['python3', '/usr/bin/python3'].map((python) => [python, '-c', 'import jwt']),
    run: (python) => [python, '-W', 'ignore', 'check.py'],
  },
  Node: {
    probes: [[process.execPath, '--version']],
    run: always(process.execPath, 'check.mjs'),
  },
  Go: { probes: [['go', 'version']], run: always('go', 'run', 'check.go') },
  Java: {
    probes: [['java', '--version']],
    run: always('java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', 'Check.java'),
  },
  PHP: { probes: [['php', '--version']], run: always('php', 'check.php') },
  Ruby: { probes: [['ruby', '-ropenssl', '-e', '']], run: always('ruby', 'check.rb') },
  Rust: {
    // the crate has to be here already: from an earlier download, or from packages of the system
    probes: [['cargo', 'fetch', '--offline']],
    run: (_, bench) => [
      'sh',
      '-c',
      `rustc --edition=2021 -L dependency=${builtIn(bench)} --extern jsonwebtoken=${crateIn(bench)} src/main.rs && ./main`,
    ],
  },
}

/** Crates that a system brings as packages. */
const SYSTEM_CRATES = '/usr/share/cargo/registry'

const execute = promisify(execFile)

export interface Bench {
  isHere: (name: string) => boolean
  /** What takes long and need not be done for each run. */
  prepare: (name: string) => Promise<void>
  /** What the code prints, alone in a folder with those files. */
  run: (name: string, file: string, code: string, beside: Record<string, string>) => Promise<string>
  close: () => void
}

/** A folder of its own, outside of the project. */
export function openBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'check-yourself-'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  write(folder, {
    'Cargo.toml':
      '[package]\nname = "bench"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\njsonwebtoken = ">=8, <10"\n',
    'src/lib.rs': '',
    ...(existsSync(SYSTEM_CRATES) && {
      '.cargo/config.toml': `[source.crates-io]\nreplace-with = "system"\n[source.system]\ndirectory = "${SYSTEM_CRATES}"\n`,
    }),
  })
  const commands = new Map<string, string>()
  for (const [name, { probes }] of Object.entries(TOOLS)) {
    const probe = probes.find((one) => succeeds(one, folder))
    if (probe?.[0] !== undefined) commands.set(name, probe[0])
  }
  let runs = 0
  return {
    isHere: (name) => commands.has(name),
    async prepare(name) {
      if (name === 'Rust') await execute('cargo', ['build', '--offline'], { cwd: folder })
    },
    run(name, file, code, beside) {
      const place = join(folder, String(runs++))
      write(place, { [file]: code, ...beside })
      return output(TOOLS[name]?.run(commands.get(name) ?? '', folder) ?? [], place)
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function succeeds([command = '', ...args]: string[], cwd: string): boolean {
  try {
    execFileSync(command, args, { cwd, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function output([command = '', ...args]: string[], cwd: string): Promise<string> {
  try {
    return (await execute(command, args, { cwd })).stdout.trim()
  } catch (failure) {
    // OpenSSL leaves with 1 where a signature does not match
    return failure instanceof Error && 'stdout' in failure
      ? `${String(failure.stdout)}${'stderr' in failure ? String(failure.stderr) : ''}`.trim()
      : ''
  }
}

const builtIn = (bench: string): string => join(bench, 'target/debug/deps')

/** Where the crate lies once it has been built. */
function crateIn(bench: string): string {
  const files = readdirSync(builtIn(bench))
  return join(builtIn(bench), files.find((name) => /^libjsonwebtoken-\w+\.rlib$/.test(name)) ?? '')
}
