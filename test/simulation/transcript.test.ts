/** Is the wire text exactly what was exchanged, in each dialect? ux.md 4.6. */
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Entry } from '../../src/simulation/timeline.ts'
import { findTokens, requestText, responseText } from '../../src/simulation/transcript.ts'
import { ALICE, type Exchange, LAB_SECRET } from '../../src/simulation/wire.ts'
import { run } from './runs.ts'

const { entries, tokens } = run({ isRotating: true, isBlacklisting: true })
const entryOf = (act: Entry['act'], status: number): Entry => {
  const found = entries.find((one) => one.act === act && one.exchange?.answer.status === status)
  if (found === undefined) throw new Error(`no ${act} with ${status}`)
  return found
}
const exchangeOf = ({ exchange }: Entry): Exchange => {
  if (exchange === null) throw new Error('no exchange')
  return exchange
}
const textOf = (label: string): string =>
  tokens.find((token) => token.label === label)?.minted.text ?? ''

it('writes a login and its answer as they went over the wire', () => {
  const login = exchangeOf(entryOf('login', 200))
  expect(requestText(login, 'HTTP')).toBe(
    [
      'POST /api/token/ HTTP/1.1',
      'Host: api.example',
      'Accept: application/json',
      'Content-Type: application/json',
      '',
      `{"username":"${ALICE.username}","password":"${ALICE.password}"}`,
    ].join('\n'),
  )
  expect(responseText(login)).toBe(
    [
      'HTTP/1.1 200 OK',
      'Content-Type: application/json',
      'Allow: POST, OPTIONS',
      '',
      `{"refresh":"${textOf('R1')}","access":"${textOf('A1')}"}`,
    ].join('\n'),
  )
})

it('writes the recorded body of a refusal', () => {
  const call = exchangeOf(entryOf('call', 401))
  expect(requestText(call, 'HTTP')).toBe(
    `GET /hello/ HTTP/1.1\nHost: api.example\nAccept: application/json\nAuthorization: Bearer ${textOf('A1')}\n\n`,
  )
  expect(responseText(call)).toBe(
    [
      'HTTP/1.1 401 Unauthorized',
      'WWW-Authenticate: Bearer realm="api"',
      'Content-Type: application/json',
      'Allow: GET, HEAD, OPTIONS',
      '',
      '{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"token_class":"AccessToken","token_type":"access","message":"Token is expired"}]}',
    ].join('\n'),
  )
})

it('makes the same request with curl, HTTPie and Python', () => {
  const refresh = exchangeOf(entryOf('refresh', 200))
  const token = textOf('R1')
  expect(requestText(refresh, 'curl')).toBe(
    `curl -i -X POST https://api.example/api/token/refresh/ \\\n  -H 'Accept: application/json' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{"refresh":"${token}"}'`,
  )
  expect(requestText(refresh, 'HTTPie')).toBe(
    `http POST https://api.example/api/token/refresh/ \\\n  'refresh=${token}'`,
  )
  expect(requestText(refresh, 'Python')).toBe(
    `import requests\n\nanswer = requests.post(\n    "https://api.example/api/token/refresh/",\n    headers={"Accept": "application/json"},\n    json={"refresh": "${token}"},\n)\nprint(answer.status_code, answer.text)`,
  )
  const call = exchangeOf(entryOf('call', 200))
  expect(requestText(call, 'curl')).toBe(
    `curl -i https://api.example/hello/ \\\n  -H 'Accept: application/json' \\\n  -H 'Authorization: Bearer ${textOf('A1')}'`,
  )
})

it('sends forms to the server with families', () => {
  const timeline = run({ server: 'oauth' })
  const refresh = timeline.entries.find(({ act }) => act === 'refresh')
  if (refresh === undefined) throw new Error('no refresh')
  const text = timeline.tokens[1]?.minted.text ?? ''
  expect(requestText(exchangeOf(refresh), 'HTTP')).toBe(
    `POST /token HTTP/1.1\nHost: api.example\nAccept: application/json\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=${text}&client_id=app`,
  )
  expect(requestText(exchangeOf(refresh), 'HTTPie')).toContain('http --form POST')
  expect(requestText(exchangeOf(refresh), 'Python')).toContain('    data={"grant_type"')
})

it('finds the tokens in a text, and loses nothing of it', () => {
  const login = entryOf('login', 200)
  const text = responseText(exchangeOf(login))
  const pieces = findTokens(text, login)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.flatMap(({ token }) => (token === null ? [] : [token.label]))).toEqual(['R1', 'A1'])
  expect(findTokens('no token', login)).toEqual([{ text: 'no token', token: null }])
})

it('signs every token really, with the secret that everybody may know', () => {
  for (const { minted } of tokens) {
    const [header, payload, signature] = minted.text?.split('.') ?? []
    const mac = createHmac('sha256', LAB_SECRET).update(`${header}.${payload}`).digest('base64url')
    expect(signature).toBe(mac)
  }
})
