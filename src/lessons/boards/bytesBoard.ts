/** How do three bytes of a typed claim become four characters, and which of them survive an address? RFC 4648 §4 and §5. */
import { encodeBase64url } from '../../token/base64url.ts'
import { counted } from '../../token/quote.ts'
import { layRuler, type Ruler } from '../../token/byteRuler.ts'
import { readLink } from '../../token/link.ts'
import { readToken } from '../../token/readToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'

/** The three ways in which base64url differs from base64. */
export const CHANGES = ['plus', 'slash', 'padding'] as const

export type Change = (typeof CHANGES)[number]

export const changeLabels: Readonly<Record<Change, string>> = {
  plus: '+ becomes -',
  slash: '/ becomes _',
  padding: '= at the end is left out',
}

export interface BytesState {
  text: string
  /** Which of the three are made; all of them is base64url. */
  changes: readonly Change[]
  /** The switches are part of the step. */
  hasSwitches: boolean
}

export interface BytesSeen extends BytesState {
  /** Of the text in UTF-8. */
  bytes: number
  ruler: Ruler | null
  /** Written as the switches say. */
  encoded: string
  /** What a server finds where the text stood in a query, and in a path. */
  inQuery: string
  inPath: string
  /** Both are what was sent, and no sign is left that stands for something else in an address. */
  isSafe: boolean
}

/** Longer texts are cut: the ruler draws so many bytes. */
export const LONGEST_TEXT = 48

export function seeBytes(state: BytesState): BytesSeen {
  const bytes = writeUtf8(state.text)
  const url = encodeBase64url(bytes)
  const reading = readToken(`e30.${url}.`)
  const link = readLink(reading, { part: 'payload', byteStart: 0, byteEnd: bytes.length })
  const encoded = encodeWith(bytes, state.changes)
  const inQuery = new URLSearchParams(`token=${encoded}`).get('token') ?? ''
  const inPath = encoded.split('/')[0] ?? ''
  return {
    ...state,
    bytes: bytes.length,
    ruler: link && layRuler(reading, link),
    encoded,
    inQuery,
    inPath,
    isSafe: inQuery === encoded && inPath === encoded && !encoded.includes('='),
  }
}

/** base64 with as many of the three changes as are asked for. */
export function encodeWith(bytes: Uint8Array, changes: readonly Change[]): string {
  const url = encodeBase64url(bytes)
  const padding = changes.includes('padding') ? '' : '='.repeat((4 - (url.length % 4)) % 4)
  const dashes = changes.includes('plus') ? url : url.replaceAll('-', '+')
  return (changes.includes('slash') ? dashes : dashes.replaceAll('_', '/')) + padding
}

/** What carries the bytes and what only fills up, in a sentence. */
export function tellBytes({ bytes, encoded }: BytesSeen): string {
  const fill = /=*$/.exec(encoded)?.[0].length ?? 0
  const carried = `${counted(bytes, 'byte')}, carried by ${counted(encoded.length - fill, 'character')}`
  return fill === 0 ? `${carried}.` : `${carried} and filled up with ${fill} =.`
}

/** Made where it was not, undone where it was. */
export const switchChange = (state: BytesState, change: Change): BytesState => ({
  ...state,
  changes: CHANGES.filter((one) => state.changes.includes(one) !== (one === change)),
})
