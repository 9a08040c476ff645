/** What is wrong with the way a token was written down or sent? */
import { faultsOfCarriage, tellCarriageFault } from './carriage.ts'
import { type FoundCommand, warnAboutCommand } from './command.ts'
import type { Finding } from './findTokens.ts'
import { listed } from '../token/quote.ts'
import type { Place } from './place.ts'
import type { Told } from './tellIntake.ts'

/** E12. */
export const PRIVATE_KEY =
  'That is a private key. We used only its public half and kept nothing. If it is real, don’t paste it into web pages; use the public key instead.'

/** Each sentence once, in the order of the text. */
export function warnAbout(
  found: readonly Told[],
  commands: readonly FoundCommand[],
  raw: string,
): string[] {
  const warnings = new Set<string>()
  const add = (sentences: readonly string[]): void => {
    for (const sentence of sentences) warnings.add(sentence)
  }
  for (const command of commands) {
    add(warnAboutCommand(command))
    const url = command.request?.url ?? null
    add(faultsOfCarriage({ place: { kind: 'text' }, name: null, url }).map(tellCarriageFault))
  }
  for (const { token, finding } of found) {
    add(faultsOfCarriage({ ...token, url: null }).map(tellCarriageFault))
    add(warnAboutBlank(token.place, finding))
    add(warnAboutSchemeTwice(token.place, raw.slice(Math.max(0, token.start - 60), token.start)))
    add(warnAboutAlphabet(token.text))
    add(warnAboutCase(finding))
  }
  return [...warnings]
}

function warnAboutBlank(place: Place, { firstBlankAfter, blanks }: Finding): string[] {
  if (firstBlankAfter === null || place.kind !== 'header' || place.scheme === null) return []
  return [tellBlank(`${place.header}: ${place.scheme}`, 2 + blanks, firstBlankAfter)]
}

/** E17: a header value of three words and more. */
export function tellBlank(scheme: string, words: number, after: number): string {
  return `\`${scheme}\` has ${words} words. Servers expect exactly two: the scheme and the token. Remove the space after character ${after} of the token.`
}

function warnAboutSchemeTwice(place: Place, before: string): string[] {
  const scheme = /(?:^|\W)(\w+)\s+\1\s+["'`]?$/i.exec(before)?.[1]
  if (scheme === undefined || (place.kind !== 'header' && place.kind !== 'scheme')) return []
  return [
    `\`${scheme}\` stands twice before the token. Servers expect exactly two words: the scheme and the token. Take one \`${scheme}\` out.`,
  ]
}

function warnAboutCase({ text, header }: Finding): string[] {
  if (header !== null || !/^[\w-]{12,}(?:\.[\w-]+){2}$/.test(text)) return []
  const isOf = (letters: RegExp): boolean => letters.test(text)
  if (isOf(/[A-Z]/) === isOf(/[a-z]/)) return []
  const [none, made] = isOf(/[A-Z]/) ? ['small', 'capital'] : ['capital', 'small']
  return [
    `It has no ${none} letters: something made all of them ${made}, and base64url tells the two apart. Copy it again from where it was sent.`,
  ]
}

function warnAboutAlphabet(text: string): string[] {
  const used = ['+', '/', '='].filter((character) => text.includes(character))
  return used.length === 0
    ? []
    : [`Decoded, but uses ${listed(used)}: that is base64, not base64url.`]
}
