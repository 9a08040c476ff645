/** How are the tokens called that were found together? */
import { readTokenKind } from '../claims/tokenKind.ts'
import { objectIn, readToken } from '../token/readToken.ts'
import type { Inspector } from './inspectorStore.ts'
import { memoLast } from './memoLast.ts'

/** A name for each token that was found: from where it stood, else from what it says, else its place. */
export function tabNamesOf({ pasted }: Inspector): string[] {
  return nameTabs(pasted)
}
const nameTabs = memoLast(({ names, tokens }: Inspector['pasted']): string[] => {
  if (tokens.length < 2) return []
  return tokens.map((text, index) => {
    const named = names[index]
    if (named) return named
    const reading = readToken(text)
    const { kind } = readTokenKind(reading.joseHeader, objectIn(reading.payload))
    return kind === 'Token' ? `Token ${index + 1}` : kind
  })
})
