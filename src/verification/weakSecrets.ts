/** Is the secret behind this MAC on a list of known ones? RFC 8725 §3.5 asks for secrets that nobody can guess. */
import type { HashName } from '../algorithms/algorithm.ts'
import { isHmac } from '../algorithms/algorithms.ts'
import type { TokenReading } from '../token/readToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { judgeToken } from './judgeToken.ts'
import { makeMacMatcher } from './macMatcher.ts'

/** What is known of a token that a shared secret signed; all in bytes. */
export interface MacToSearch {
  hash: HashName
  input: Uint8Array<ArrayBuffer>
  mac: Uint8Array<ArrayBuffer>
}

/** `line` counts from 1, as an editor does. */
interface KnownSecret {
  secret: string
  line: number
}

export interface SearchOutcome {
  /** The secret that made the MAC. */
  found: KnownSecret | null
  /** The first line that holds the typed text, whatever it has made. */
  typed: KnownSecret | null
  /** How many lines were looked at. */
  lines: number
}

/** null where no secret can have made the signature, or where a server refuses the token without asking for one. */
export function macToSearch(reading: TokenReading): MacToSearch | null {
  const judgement = judgeToken(reading)
  if (judgement.kind === 'settled' || judgement.misfit !== null) return null
  const { algorithm, signature, signingInput } = judgement.question
  if (!isHmac(algorithm)) return null
  return { hash: algorithm.hash, input: signingInput, mac: signature }
}

/** Bytes that are hashed between two reports of progress; a computer takes some hundredths of a second. */
const BYTES_A_STEP = 1_000_000
/** What a secret costs beside the input: three blocks. */
const BYTES_OF_KEY = 192

/**
 * Tries every line of `list` (line ends LF or CR LF) as text, an empty one too, and yields after each stretch how many
 * were tried. Stops at the secret that made the MAC, once `typed` has been looked for as well; null looks for none.
 */
export function* searchSecrets(
  list: string,
  { hash, input, mac }: MacToSearch,
  typed: string | null,
): Generator<number, SearchOutcome> {
  const isMade = makeMacMatcher(hash, input, mac)
  const step = Math.max(1, Math.floor(BYTES_A_STEP / (input.length + BYTES_OF_KEY)))
  const outcome: SearchOutcome = { found: null, typed: null, lines: 0 }
  for (const secret of linesOf(list)) {
    const line = ++outcome.lines
    if (outcome.typed === null && secret === typed) outcome.typed = { secret, line }
    if (outcome.found === null && isMade(writeUtf8(secret))) outcome.found = { secret, line }
    if (outcome.found && (typed === null || outcome.typed)) break
    if (line % step === 0) yield line
  }
  return outcome
}

/** What follows the last line end is a line only where it holds something. */
function* linesOf(list: string): Generator<string> {
  for (let start = 0; start < list.length;) {
    const end = list.indexOf('\n', start)
    const stop = end === -1 ? list.length : end
    yield list.slice(start, list[stop - 1] === '\r' && stop > start ? stop - 1 : stop)
    start = stop + 1
  }
}
