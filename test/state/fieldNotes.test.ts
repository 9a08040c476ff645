import { beforeEach, expect, test } from 'vitest'
import { inspectorStore } from '../../src/state/inspectorStore.ts'
import { lateCode } from '../../src/state/lateCode.ts'
import type { FieldName } from '../../src/state/linkView.ts'
import { editToken } from '../../src/state/tokenActs.ts'
import { paneOf } from '../../src/state/inspectorView.ts'

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

function load(header: string, payload: string): string {
  const token = `${base64url(header)}.${base64url(payload)}.${'A'.repeat(43)}`
  editToken(token)
  return token
}

const explain = (field: FieldName, at: number): string[] =>
  (lateCode.linkField(field).explain?.(at) ?? []).map(({ text }) => text)

const inPane = (field: 'header' | 'payload', piece: string): number =>
  paneOf(inspectorStore.getState(), field)?.projection.text.indexOf(piece) ?? -1

beforeEach(() =>
  inspectorStore.setState({ ...inspectorStore.getInitialState(), late: lateCode }, true),
)

test('a claim is explained in its pane and at its characters of the token', () => {
  const token = load('{"alg":"HS256"}', '{"iss":"https://a.example","sub":"7"}')
  const told = 'It says: speaks for 7. Another issuer may use the same name for somebody else.'
  expect(explain('payload', inPane('payload', '"7"'))).toEqual([told])
  expect(explain('token', token.indexOf('.') + 40)).toEqual([told])
})

test('the note covers name and value of the whole claim', () => {
  load('{"alg":"HS256"}', '{"sub":"7"}')
  const text = paneOf(inspectorStore.getState(), 'payload')?.projection.text ?? ''
  const [note] = lateCode.linkField('payload').explain?.(inPane('payload', '"7"')) ?? []
  expect(text.slice(note?.from, note?.to)).toBe('"sub": "7"')
})

test('a header parameter is explained as such', () => {
  load('{"alg":"HS256"}', '{}')
  expect(explain('header', inPane('header', 'HS256'))[0]).toContain('signed with HS256')
})

test('a fault is told where it is underlined, and nowhere else', () => {
  const token = load('{"alg":"HS256"}', '{"sub":"7"}').replace('.', '.$')
  editToken(token)
  const at = token.indexOf('$')
  expect(explain('token', at)[0]).toContain(`Character ${at + 1} (‘$’)`)
  expect(explain('token', 0).join(' ')).not.toContain('‘$’')
})

test('names that stand twice and the end of JSON are told in the pane', () => {
  load('{"alg":"HS256"}', '{"a":1,"b":2,"b":3,"a":4}')
  const second = paneOf(inspectorStore.getState(), 'payload')?.projection.text.lastIndexOf('"a"')
  expect(explain('payload', second ?? -1).filter((note) => note.includes('‘a’'))).toHaveLength(1)
  load('{"alg":"HS256"}', '{"a":1,}')
  expect(explain('payload', inPane('payload', '}')).join(' ')).toMatch(
    /stops being JSON|isn’t JSON/,
  )
})

test('there is nothing to tell of what belongs to nothing', () => {
  const token = load('{"alg":"HS256"}', '{"sub":"7"}')
  expect(explain('token', token.indexOf('.'))).toEqual([])
  expect(explain('token', token.length - 5)).toEqual([])
  editToken('')
  expect(explain('token', 0)).toEqual([])
  expect(explain('payload', 0)).toEqual([])
})

test('only the token keeps what undo leads back to', () => {
  expect(lateCode.linkField('token').isDrawn).toBe(false)
  expect(lateCode.linkField('payload').isDrawn).toBe(true)
})
