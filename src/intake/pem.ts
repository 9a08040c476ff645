/** Does the paste hold a key or a certificate in PEM armour, from where to where? RFC 7468. */
import type { KeyHolds } from './jsonForm.ts'

export interface PemText {
  /** From the first BEGIN to the last END line; to the end of the paste where there is none. */
  text: string
  holds: KeyHolds
}

const BEGIN = /-{5}BEGIN ([A-Z0-9 ]{0,40})-{5}/
const END = /-{5}END [A-Z0-9 ]{0,40}-{5}/g

/** null where no BEGIN line stands. Written `\n` of a JSON text or an .env file become line ends. */
export function readPem(raw: string): PemText | null {
  const begin = BEGIN.exec(raw)
  if (begin === null) return null
  let end = raw.length
  const closing = new RegExp(END)
  closing.lastIndex = begin.index
  for (let match = closing.exec(raw); match !== null; match = closing.exec(raw))
    end = closing.lastIndex
  const text = raw
    .slice(begin.index, end)
    .replace(/(?:\\+r)?\\+n/g, '\n')
    .trimEnd()
  return { text, holds: /-{5}BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(text) ? 'private' : 'public' }
}

/** A public key of SSH, or the body of a PEM without its marker lines; the key box says which. */
const BARE_KEY = /^(?:(?:ssh-|ecdsa-)[\w-]{1,40} AAAA[\w+/=]{20}|MI[GHI][\w+/=\s]{60,}$)/

/** True for the whole of a text, without white space at its ends. */
export const isBareKey = (text: string): boolean => BARE_KEY.test(text)
