/** Are the lab's tokens signed with any algorithm that Django settings name, once somebody reads them? decisions.md F. */
import { createPublicKey } from 'node:crypto'
import { compactVerify } from 'jose'
import { expect, it } from 'vitest'
import { type DjangoRun, runDjango } from '../../src/simulation/djangoScenario.ts'
import { DEFAULT_SCENARIO, MINUTE } from '../../src/simulation/scenario.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import type { Timeline } from '../../src/simulation/timeline.ts'
import { labKeyText, labSigner, signAll } from '../../src/state/labSigner.ts'

const run = (algorithm: string): DjangoRun =>
  runDjango(`SIMPLE_JWT = {'ALGORITHM': '${algorithm}', 'SIGNING_KEY': env('KEY')}`, {
    ...DEFAULT_SCENARIO,
    horizon: 6 * MINUTE,
  })

const answers = ({ entries }: Timeline): unknown[] =>
  entries.map(({ at, act, exchange }) => [at, act, exchange?.answer.status])

it.each(['RS256', 'ES384', 'PS512', 'EdDSA'])('%s', async (algorithm) => {
  const asked = run(algorithm)
  if (asked.state !== 'applied') throw new Error(JSON.stringify(asked))
  expect(asked.idle).toEqual([])
  const timeline = simulate(asked.scenario, labSigner)
  expect(answers(timeline)).toEqual(answers(simulate({ ...DEFAULT_SCENARIO, horizon: 6 * MINUTE })))
  const { tokens } = timeline
  expect(tokens.map(({ minted }) => minted.text)).toEqual(tokens.map(() => null))
  await signAll(tokens)
  const text = (await labKeyText(algorithm)) ?? ''
  const key = createPublicKey(
    text.startsWith('{') ? { key: JSON.parse(text), format: 'jwk' } : text,
  )
  const read = await Promise.all(
    tokens.map(async ({ minted }) => compactVerify(minted.text ?? '', key)),
  )
  expect(read.map(({ protectedHeader }) => protectedHeader)).toEqual(
    tokens.map(() => ({ alg: algorithm, typ: 'JWT' })),
  )
})
