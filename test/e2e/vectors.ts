/** How does a person paste a published case, and which key does that person type? test/vectors/README.md. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encode } from './tokens.ts'

export interface VectorKey {
  role: string
  encoding?: 'utf8' | 'base64' | 'base64url' | 'hex'
  secret?: string
  pem?: string
  jwk?: object
  jwks?: object
}

type Text = string | { concat: Text[] } | { repeat: string; times: number }

export interface Vector {
  id: string
  kind?: string
  expected: string
  token?: string
  json?: unknown
  generate?: { header: Text; payload: Text }
  keys: VectorKey[]
  payload?: string
  /** Of hostile inputs alone. */
  expect?: { decode: string; signature: string }
}

export function readVectors(path: string): Vector[] {
  const { cases }: { cases: Vector[] } = JSON.parse(readFileSync(path, 'utf8'))
  return cases
}

/** The text that is pasted; what is too long for a file is built and signed with the secret of the case. */
export function inputOf({ token, json, generate, keys }: Vector): string {
  if (token !== undefined) return token
  if (generate === undefined) return JSON.stringify(json, null, 2)
  const input = `${encode(build(generate.header))}.${encode(build(generate.payload))}`
  const secret = keys[0]?.secret ?? ''
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

function build(text: Text): string {
  if (typeof text === 'string') return text
  if ('concat' in text) return text.concat.map(build).join('')
  return text.repeat.repeat(text.times)
}

/** What is typed into the key box. */
export function keyTextOf({ secret, pem, jwk, jwks }: VectorKey): string {
  return secret ?? pem ?? JSON.stringify(jwk ?? jwks)
}
