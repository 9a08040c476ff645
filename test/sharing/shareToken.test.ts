import { describe, expect, test } from 'vitest'
import { shareLink, tellShareRisk } from '../../src/sharing/shareToken.ts'
import { readRoute, tokenInFragment } from '../../src/screens/route.ts'
import { claimsOf } from '../claims/claimsOf.ts'

const NOW = 1_767_225_600

describe('a link', () => {
  const base = 'https://lens.example/app/#/debug?sample=none'

  test('to an example names the example', () => {
    const link = shareLink(base, { sample: 'rs256' })
    expect(link).toBe('https://lens.example/app/#/debug?sample=rs256')
    expect(readRoute(new URL(link).hash).sample).toBe('rs256')
  })

  test.each(['a.b.c', 'eyJ.a-_.b~c~', '{"payload":"a+b","signature":"ü &#"}'])(
    'with the token %s brings it back as it was',
    (token) => {
      const link = shareLink(base, { token })
      expect(link).toMatch(/^https:\/\/lens\.example\/app\/#\/debug\?t=/)
      expect(tokenInFragment(new URL(link).hash)).toBe(token)
    },
  )
})

describe('what the page says before a token is given away', () => {
  test.each([
    [
      '{"exp":1767225700}',
      'fail',
      'This token is still alive. Whoever gets the link can use it for another 1 minute 40 seconds.',
    ],
    [
      '{"exp":1767225600}',
      'warning',
      'This token expired 0 seconds ago. Servers refuse it, but whoever gets the link can read its claims.',
    ],
    [
      '{"exp":1767225700,"nbf":1767225660}',
      'fail',
      'This token comes alive in 1 minute. Whoever gets the link can use it from then on.',
    ],
    ['{"sub":"1"}', 'fail', 'This token never expires. Whoever gets the link can use it for ever.'],
    [
      '{"exp":"soon"}',
      'fail',
      'Nobody can tell from here when this token expires. Treat it as alive: whoever gets the link may be able to use it.',
    ],
  ])('%s', (claims, state, sentence) => {
    const risk = tellShareRisk(claimsOf(claims), NOW)
    expect(risk.state).toBe(state)
    expect(`${risk.lead} ${risk.rest}`).toBe(sentence)
  })

  test('claims that cannot be read may be alive', () => {
    expect(tellShareRisk(null, NOW).lead).toBe('Nobody can tell from here when this token expires.')
  })
})
