import { beforeEach, describe, expect, test } from 'vitest'
import { inspectorStore } from '../../src/state/inspectorStore.ts'
import { tabNamesOf } from '../../src/state/tabNames.ts'
import { editToken, showToken } from '../../src/state/tokenActs.ts'
import { hmacToken, strongSecret } from '../verification/makeToken.ts'
import { paste, reset } from './inspector.ts'

const token = hmacToken('HS256', strongSecret, '{"sub":"42","a":[1,2]}')
const state = inspectorStore.getState

const unnamed = (claims: string): string => hmacToken('HS256', strongSecret, claims)

beforeEach(reset)

describe('the names of several tokens', () => {
  test('are there only for more than one', () => {
    paste(token)
    expect(tabNamesOf(state())).toEqual([])
  })

  test('come from where they stood', () => {
    paste(JSON.stringify({ access: token, refresh: unnamed('{}') }))
    expect(tabNamesOf(state())).toEqual(['Access', 'Refresh'])
  })

  test('come from what they say, else from their place', () => {
    paste(
      `${unnamed('{"sub":"1"}')}\n${unnamed('{"token_type":"refresh"}')}\n${unnamed('{"sub":"3"}')}`,
    )
    expect(tabNamesOf(state())).toEqual(['Token 1', 'Refresh', 'Token 3'])
  })

  test('stay while a token is edited', () => {
    paste(JSON.stringify({ access: token, refresh: unnamed('{}') }))
    showToken(1)
    editToken('x')
    expect(tabNamesOf(state())).toEqual(['Access', 'Refresh'])
  })
})
