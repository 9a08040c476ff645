import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stopSearch } from '../../../../src/state/weakSecretSearch.ts'
import type { SearchOrder, SearchReport } from '../../../../src/workers/weakSecrets.ts'
import { hmacToken, keyPairs, keyPairToken, strongSecret } from '../../../verification/makeToken.ts'
import { box, button, openPage, replaceAll, said, toldHeadline } from '../../openPage.tsx'

const token = hmacToken('HS256', 'secret')
const CHECK = 'Check the public list of weak secrets'

/** Stands where the browser would start a worker; the test says what it reports. */
class StandIn extends EventTarget {
  static started: StandIn[] = []
  orders: SearchOrder[] = []
  isEnded = false
  constructor() {
    super()
    StandIn.started.push(this)
  }
  postMessage(order: SearchOrder): void {
    this.orders.push(order)
  }
  terminate(): void {
    this.isEnded = true
  }
  report(data: SearchReport): void {
    act(() => void this.dispatchEvent(new MessageEvent('message', { data })))
  }
}

const worker = (): StandIn => {
  const last = StandIn.started.at(-1)
  if (!last) throw new Error('no worker was started')
  return last
}

const found = { secret: 'secret', line: 40 }
const told = () => said(screen.getByRole('status', { name: 'Weak secrets' }))

beforeEach(() => {
  StandIn.started = []
  vi.stubGlobal('Worker', StandIn)
})
afterEach(() => {
  stopSearch()
  vi.unstubAllGlobals()
})

describe('the check for a weak secret', () => {
  test('starts nothing before it has named the file', async () => {
    const user = await openPage({ text: token })
    await user.click(button(CHECK))
    expect(told()).toMatch(
      /^This loads one file of this page, \S+, 1\.4 MB\. Then each of the 103,979 secrets in it is tried here, read as text\./,
    )
    expect(StandIn.started).toHaveLength(0)
    await user.click(button('Load and check'))
    expect(StandIn.started).toHaveLength(1)
  })

  test('tells a hit with its line, and puts the secret into the key box', async () => {
    const user = await openPage({ text: token })
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    expect(screen.getByRole('progressbar', { name: 'Loading the list' })).toBeVisible()
    worker().report({ kind: 'ready' })
    expect(worker().orders).toHaveLength(1)
    worker().report({ kind: 'tried', lines: 20 })
    const progress = screen.getByRole('progressbar', { name: 'Trying the secrets' })
    expect(progress).toHaveAttribute('value', '20')
    worker().report({ kind: 'done', outcome: { found, typed: null, lines: 40 } })
    expect(told()).toContain(
      'The secret is ‘secret’: it is in the public list of known secrets, line 40. Anyone can forge this token.',
    )
    await user.click(button('Put it into the key box'))
    expect(box('Key')).toHaveValue('secret')
    expect(toldHeadline()).toContain('Signature valid, but the secret is 6 bytes.')
    expect(told()).toContain('line 40')
  })

  test('never calls a secret strong', async () => {
    const user = await openPage({ text: token })
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    worker().report({ kind: 'ready' })
    worker().report({ kind: 'done', outcome: { found: null, typed: null, lines: 103_979 } })
    expect(told()).toBe('Not in the public list of 103,979 secrets. That does not make it strong.')
  })

  test('says of the typed secret that it is in the list, until another is typed', async () => {
    const user = await openPage({ text: hmacToken('HS256', strongSecret), key: 'secret' })
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    worker().report({ kind: 'ready' })
    expect(worker().orders[0]?.typed).toBe('secret')
    worker().report({ kind: 'done', outcome: { found: null, typed: found, lines: 103_979 } })
    expect(told()).toContain('But the secret in the key box is in it, line 40.')
    await replaceAll(user, 'Key', 'another')
    expect(told()).not.toContain('line 40')
  })

  test('can be stopped, and is forgotten with the token', async () => {
    const user = await openPage({ text: token })
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    worker().report({ kind: 'ready' })
    await user.click(button('Stop'))
    expect(worker().isEnded).toBe(true)
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    expect(StandIn.started).toHaveLength(2)
    worker().report({ kind: 'ready' })
    await replaceAll(user, 'Encoded token', hmacToken('HS256', strongSecret))
    expect(worker().isEnded).toBe(true)
    expect(button(CHECK)).toBeVisible()
  })

  test('says so where the list did not load', async () => {
    const user = await openPage({ text: token })
    await user.click(button(CHECK))
    await user.click(button('Load and check'))
    act(() => void worker().dispatchEvent(new Event('error')))
    expect(screen.getByRole('alert')).toHaveTextContent('The list did not load.')
    expect(button(CHECK)).toBeVisible()
  })

  test('is not offered where no secret signs', async () => {
    await openPage({ text: keyPairToken('ES256', keyPairs.p256) })
    expect(screen.queryByRole('button', { name: CHECK })).toBeNull()
  })
})
