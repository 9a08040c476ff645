/** Which of the stretches that follow belong to the same token, and which do not? */
import { isWholeLine, isWord, looksEncoded, mayEndToken, withoutPadding } from './evidence.ts'
import { readFragment, readGap } from './fragment.ts'
import { dotsExpected, isJsonObject, opensJsonObject, startsToken } from './joseHeader.ts'
import { lastPartLengths } from './signatureLength.ts'
import type { Surroundings } from './surroundings.ts'
import type { Step, TokenChain } from './tokenChain.ts'

function stepAfter(raw: string, at: number): Step | null {
  const gap = readGap(raw, at)
  const fragment = gap && readFragment(raw, gap.end)
  return gap && fragment ? { gap, fragment } : null
}

/** Adds all that belongs to the chain across white space; what is only likely stays out. */
export function joinOn(chain: TokenChain, around: Surroundings): void {
  if (chain.dots === 0 && !joinPart(chain, around)) return
  if (dotsExpected(chain.header) === 4) joinEncryptedParts(chain, around.raw)
  else if (chain.dots === 1) joinPart(chain, around)
  if (chain.dots === dotsExpected(chain.header)) joinLastPart(chain, around)
}

/** Header and payload show where they end: at a dot, and what stands before it is a JSON object. */
function joinPart(chain: TokenChain, around: Surroundings): boolean {
  const { raw } = around
  if (!around.mayLookAhead(chain.start)) return false
  const steps: Step[] = []
  const texts = [chain.currentPart()]
  let at = chain.end
  for (let step = stepAfter(raw, at); step !== null; step = stepAfter(raw, at)) {
    const { text, end } = step.fragment
    if (startsToken(text)) break
    // a whole JSON object can only go on with the dot that ends its part
    if (steps.length === 0 && !text.startsWith('.') && isJsonObject(chain.currentPart())) break
    if (chain.dots === 1 && !mayBePayload(raw, texts, step)) break
    steps.push(step)
    at = end
    const dot = text.indexOf('.')
    texts.push(dot === -1 ? text : text.slice(0, dot))
    if (dot === -1) continue
    const isWhole =
      isJsonObject(texts.join('')) || (chain.dots === 1 && isPlainlyWrapped(raw, chain, steps))
    if (!isWhole) break
    for (const { gap, fragment } of steps) chain.add(fragment, gap)
    return true
  }
  around.noteDeadEnd(at)
  // no second dot at all, but the lines together are all of a payload: a token without its signature
  if (chain.dots === 0 || steps.at(-1)?.fragment.text.includes('.') !== false) return false
  if (!isJsonObject(texts.join(''))) return false
  for (const { gap, fragment } of steps) chain.add(fragment, gap)
  return true
}

/** Most payloads show after a few characters whether they are JSON; others go on only in lines that look encoded. */
function mayBePayload(raw: string, texts: readonly string[], { gap, fragment }: Step): boolean {
  const known = texts.length > 30 ? texts.slice(0, 30) : texts
  if (opensJsonObject([...known, fragment.text].join(''))) return true
  const isDotted = fragment.text.startsWith('.')
  const isEncoded = isWholeLine(raw, fragment) && looksEncoded(fragment.text)
  return isDotted || known.join('').length < 24 || (gap.isBreak && isEncoded)
}

/** A payload need not be JSON: then only whole lines of what looks encoded are taken for its rest. */
function isPlainlyWrapped(raw: string, chain: TokenChain, steps: readonly Step[]): boolean {
  if (isJsonObject(chain.currentPart()) || chain.currentPart() === '') return false
  return steps.every(
    ({ gap, fragment }) =>
      gap.isBreak &&
      isWholeLine(raw, fragment) &&
      (fragment.text.startsWith('.') || looksEncoded(fragment.text)),
  )
}

function joinEncryptedParts(chain: TokenChain, raw: string): void {
  while (chain.dots < 4) {
    const step = stepAfter(raw, chain.end)
    if (step === null || startsToken(step.fragment.text)) return
    const isNext = step.gap.isBreak && isWholeLine(raw, step.fragment)
    if (!isNext && !step.fragment.text.startsWith('.')) return
    chain.add(step.fragment, step.gap)
  }
}

/** The last part has no end mark: its length under the algorithm decides, then the look of the lines. */
function joinLastPart(chain: TokenChain, around: Surroundings): void {
  const lengths = lastPartLengths(chain.header)
  for (;;) {
    const steps = stepsToLength(chain, around.raw, lengths)
    for (const { gap, fragment } of steps) chain.add(fragment, gap)
    if (lengths.includes(chain.partLength)) return
    const step = stepAfter(around.raw, chain.end)
    if (step === null || !mayEndToken(step.fragment.text)) return
    const isPlain = around.isPure && step.gap.isBreak && looksEncoded(step.fragment.text)
    if (!isPlain && !chain.isWrappedAlike(step)) return
    chain.add(step.fragment, step.gap)
  }
}

function stepsToLength(chain: TokenChain, raw: string, lengths: readonly number[]): Step[] {
  const longest = lengths.at(-1) ?? 0
  const steps: Step[] = []
  let best = 0
  let total = chain.partLength
  let at = chain.end
  while (total < longest) {
    const step = stepAfter(raw, at)
    if (step === null || !mayEndToken(step.fragment.text)) break
    const isInLine = !step.gap.isBreak || !isWholeLine(raw, step.fragment)
    if (isInLine && isWord(step.fragment.text)) break
    steps.push(step)
    at = step.fragment.end
    total += withoutPadding(step.fragment.text)
    if (lengths.includes(total)) best = steps.length
  }
  return steps.slice(0, best)
}
