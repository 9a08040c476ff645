/** What is wrong with the way a token was written down or sent? */
import { plainHttpHost, type FoundCommand, warnAboutCommand } from './command.ts'
import { warnAboutCookie } from './cookie.ts'
import type { Finding } from './findTokens.ts'
import { listed } from '../token/quote.ts'
import { nameByPlace } from './nameToken.ts'
import { article, type Place, spoken } from './place.ts'
import type { Told } from './tellIntake.ts'

/** Each sentence once, in the order of the text. */
export function warnAbout(found: readonly Told[], commands: readonly FoundCommand[]): string[] {
  const warnings = new Set<string>()
  const add = (sentences: readonly string[]): void => {
    for (const sentence of sentences) warnings.add(sentence)
  }
  for (const command of commands) {
    add(warnAboutCommand(command))
    if (command.request !== null) add(warnAboutAddress(command.request.url))
  }
  for (const { token, finding } of found) {
    add(warnAboutPlace(token.place))
    add(warnAboutName(token.place, token.name))
    add(warnAboutBlank(token.place, finding))
    add(warnAboutAlphabet(token.text))
  }
  return [...warnings]
}

function warnAboutAddress(url: string): string[] {
  const host = plainHttpHost(url)
  return host === null
    ? []
    : [`The request goes to ${host} over plain http: anyone on the way can read the token.`]
}

function warnAboutPlace(place: Place): string[] {
  switch (place.kind) {
    case 'url': {
      const isLogged = place.part === 'query'
      const logged = isLogged ? ['Query strings are logged by servers and proxies.'] : []
      return [...logged, ...warnAboutAddress(place.url)]
    }
    case 'cookie':
      return place.attributes === null ? [] : warnAboutCookie(place.attributes)
    case 'plain':
    case 'text':
    case 'header':
    case 'scheme':
    case 'option':
    case 'body':
    case 'form':
    case 'json':
    case 'har':
    case 'setting':
      return []
    default:
      return place satisfies never
  }
}

/** The place names one kind of token, the claims another. */
function warnAboutName(place: Place, name: string | null): string[] {
  const placed = nameByPlace(place)
  if (placed === null || name === null || placed === name) return []
  return [
    `It stands where ${article(spoken(placed))} ${spoken(placed)} token belongs, but says it is ${article(spoken(name))} ${spoken(name)} token.`,
  ]
}

/** E17: a header value of three words. */
function warnAboutBlank(place: Place, { firstBlankAfter, blanks }: Finding): string[] {
  if (firstBlankAfter === null || place.kind !== 'header' || place.scheme === null) return []
  return [
    `\`${place.header}: ${place.scheme}\` has ${2 + blanks} words. Servers expect exactly two: the scheme and the token. Remove the space after character ${firstBlankAfter} of the token.`,
  ]
}

function warnAboutAlphabet(text: string): string[] {
  const used = ['+', '/', '='].filter((character) => text.includes(character))
  return used.length === 0
    ? []
    : [`Decoded, but uses ${listed(used)}: that is base64, not base64url.`]
}
