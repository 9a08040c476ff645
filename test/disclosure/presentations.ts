/** How do the tests come by SD-JWTs that this project’s own code has not made? */
import { createHash } from 'node:crypto'
import {
  type DisclosuresReading,
  type DisclosureText,
  readDisclosures,
} from '../../src/disclosure/readDisclosures.ts'
import { type JsonObject, readJson } from '../../src/token/jsonText.ts'

export const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url')

/** What the issuer writes in place of a disclosure; `hash` is OpenSSL’s name. */
export const digestOf = (disclosure: string, hash = 'sha256'): string =>
  createHash(hash).update(disclosure, 'ascii').digest('base64url')

/** A disclosure of these parts: salt, name and value, or salt and value. */
export const disclose = (...parts: unknown[]): string => encode(JSON.stringify(parts))

export const textsOf = (texts: readonly string[]): DisclosureText[] =>
  texts.map((text, index) => ({ text, start: index }))

/** Claims as the JSON text of a payload. */
export function objectOf(json: string): JsonObject {
  const { root } = readJson(json)
  if (root?.kind !== 'object') throw new Error(`not an object: ${json}`)
  return root
}

export function read(
  payload: object | string,
  ...disclosures: readonly string[]
): DisclosuresReading {
  const json = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return readDisclosures(objectOf(json), json, textsOf(disclosures))
}

/** The faults of one disclosure by their codes. */
export const codesOf = (reading: DisclosuresReading, index: number): string[] | undefined =>
  reading.disclosures[index]?.faults.map(({ code }) => code)
