import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { button, moveClock, NOW, openPage, region, replaceAll, said } from '../../openPage.tsx'

const tokenOf = (claims: object): string => hmacToken('HS256', strongSecret, JSON.stringify(claims))

const announced = (): string =>
  said(region('Verdict').querySelector<HTMLElement>('[aria-live="polite"]') ?? document.body)

describe('what is said aloud while a token runs out', () => {
  test('60 seconds, 10 seconds and the end, once each', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 70 }) })
    const heard: string[] = []
    for (let second = 0; second <= 80; second++) {
      moveClock(NOW + second)
      if (announced() !== '' && heard.at(-1) !== announced()) heard.push(announced())
    }
    expect(heard).toEqual([
      'This token expires in 60 seconds.',
      'This token expires in 10 seconds.',
      'This token has just expired.',
    ])
  })

  test('at those very seconds', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 62 }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('')
    moveClock(NOW + 2)
    expect(announced()).toBe('This token expires in 60 seconds.')
    moveClock(NOW + 51)
    moveClock(NOW + 52)
    expect(announced()).toBe('This token expires in 10 seconds.')
    moveClock(NOW + 61)
    expect(announced()).toBe('This token expires in 10 seconds.')
    moveClock(NOW + 62)
    expect(announced()).toBe('This token has just expired.')
  })

  test('also where the clock jumps over a second, as it does in a tab that was asleep', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 62 }) })
    moveClock(NOW + 1)
    moveClock(NOW + 3)
    expect(announced()).toMatch(/^This token expires in (?:60|59) seconds\.$/)
    moveClock(NOW + 60)
    moveClock(NOW + 63)
    expect(announced()).toBe('This token has just expired.')
  })

  test('nothing for a token that had expired before it came', async () => {
    await openPage({ text: tokenOf({ exp: NOW - 1 }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('')
  })

  test('nothing of a token that is no longer there', async () => {
    const user = await openPage({ text: tokenOf({ exp: NOW + 1 }) })
    await user.click(button('Clear everything'))
    moveClock(NOW + 1)
    expect(announced()).toBe('')
  })

  test('again for the next token', async () => {
    const user = await openPage({ text: tokenOf({ exp: NOW + 61, jti: 'a' }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('This token expires in 60 seconds.')
    await replaceAll(user, 'Encoded token', tokenOf({ exp: NOW + 300, jti: 'b' }))
    moveClock(NOW + 2)
    expect(announced()).toBe('')
  })
})
