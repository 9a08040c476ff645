/** Where may a token go on behind a character that cannot be part of one? */
import { endOfBase64url, isBreak, isInvisible, isQuote, isWhite } from './characters.ts'
import { readFragment } from './fragment.ts'
import { dotsExpected } from './joseHeader.ts'
import { lastPartLengths } from './signatureLength.ts'
import type { TokenChain } from './tokenChain.ts'

const CLOSING = '<>{}[](),;&#?\\^|…'
const PERCENT = /%(?:25)*([0-9a-fA-F]{2})/y

/** True for what ends a token for certain: white space, quotes, brackets and separators, also percent-encoded. */
function isClosing(raw: string, at: number): boolean {
  const character = raw[at]
  if (character === undefined || isWhite(character) || isQuote(character)) return true
  if (CLOSING.includes(character) || isInvisible(character)) return true
  if (character !== '%') return false
  PERCENT.lastIndex = at
  const code = PERCENT.exec(raw)?.[1]
  if (code === undefined) return false
  const meant = String.fromCharCode(Number.parseInt(code, 16))
  return isWhite(meant) || isQuote(meant) || CLOSING.includes(meant)
}

/** Passes over characters that cannot be in a token, where no token would be left without what follows them. */
export class StretchReader {
  private readonly raw: string
  private scannedTo = -1
  private dotsInScan = 0
  private deadUntil = -1

  constructor(raw: string) {
    this.raw = raw
  }

  /** Takes the illegal characters and what follows into the chain, for the token reader to report; false if none. */
  pass(chain: TokenChain): boolean {
    const at = chain.end
    const last = dotsExpected(chain.header)
    if (isClosing(this.raw, at) || chain.dots > last || this.raw[at] === '~') return false
    if (chain.dots < last ? !this.reachesDots(chain, last) : !this.fillsLastPart(chain))
      return false
    const end = this.scannedTo
    while (chain.end < end) {
      const fragment = readFragment(this.raw, chain.end)
      if (fragment) chain.add(fragment)
      else chain.addRaw(chain.end + ((this.raw.codePointAt(chain.end) ?? 0) > 0xffff ? 2 : 1))
    }
    return true
  }

  /** The stretch up to the next sure end holds the dots that are missing. */
  private reachesDots(chain: TokenChain, last: number): boolean {
    if (chain.end < this.deadUntil) return false
    this.scan(chain.end)
    const isReached = chain.dots + this.dotsInScan >= last
    if (!isReached) this.deadUntil = this.scannedTo
    return isReached
  }

  /** The last part has, illegal characters and all, about the length that its algorithm asks for. */
  private fillsLastPart(chain: TokenChain): boolean {
    const lengths = lastPartLengths(chain.header)
    const longest = lengths.at(-1) ?? 0
    if (chain.partLength >= longest || endOfBase64url(this.raw, chain.end + 1) === chain.end + 1)
      return false
    this.scan(chain.end, chain.end + longest + 2)
    const length = chain.partLength + this.scannedTo - chain.end
    return this.dotsInScan === 0 && lengths.some((known) => Math.abs(known - length) <= 1)
  }

  private scan(from: number, limit = this.raw.length): void {
    let end = from
    this.dotsInScan = 0
    for (; end < limit && !isClosing(this.raw, end); end++)
      if (this.raw[end] === '.') this.dotsInScan++
    // a mark before white space belongs to the sentence, not to the token
    while (end > from && '.!:*'.includes(this.raw[end - 1] ?? '')) {
      if (this.raw[end - 1] === '.') this.dotsInScan--
      end--
    }
    this.scannedTo = end
  }
}

/** `b64: false`: the payload stands in the token unencoded, up to the next dot of the line (RFC 7797 §5.2). */
export function passUnencodedPayload(raw: string, chain: TokenChain): boolean {
  if (chain.header?.isUnencoded !== true || chain.dots !== 1) return false
  let dot = chain.end
  while (dot < raw.length && raw[dot] !== '.' && !isBreak(raw[dot])) dot++
  if (raw[dot] !== '.' || endOfBase64url(raw, dot + 1) === dot + 1) return false
  chain.addRaw(dot)
  const rest = readFragment(raw, dot)
  if (rest) chain.add(rest)
  return true
}
