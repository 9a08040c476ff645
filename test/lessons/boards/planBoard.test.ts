import { describe, expect, test } from 'vitest'
import {
  isSound,
  linesOf,
  planScenario,
  planSettings,
  soundChoices,
  tellClashes,
} from '../../../src/lessons/boards/planBoard.ts'
import { DECISIONS } from '../../../src/lessons/boards/planDecisions.ts'
import { readDjangoSettings } from '../../../src/simplejwt/djangoSettings.ts'
import { DEFAULT_SCENARIO } from '../../../src/simulation/scenario.ts'

const all = DECISIONS.flat()
const everyGroup = [0, 1, 2, 3]

describe('the twelve decisions', () => {
  test('are twelve, three to a step, each with a name of its own', () => {
    expect(DECISIONS.map((group) => group.length)).toEqual([3, 3, 3, 3])
    expect(new Set(all.map(({ id }) => id)).size).toBe(12)
  })

  test.each(all.map((decision) => [decision.id, decision] as const))(
    '%s offers a sound way and a risky one, each with what it brings and what to do',
    (_id, { options }) => {
      expect(options.some(({ isRisky }) => isRisky)).toBe(true)
      expect(options.some(({ isRisky }) => !isRisky)).toBe(true)
      for (const { brings, todo } of options) {
        expect(brings).toMatch(/^\w.*\w.*\.$/)
        expect(todo).toMatch(/^\w.*\w.*\.$/)
      }
      expect(new Set(options.map(({ brings }) => brings)).size).toBe(options.length)
    },
  )
})

test('a step is sound once all of its decisions are taken and none puts users at risk', () => {
  const chosen = soundChoices([1])
  expect(isSound({ group: 1, chosen: {} })).toBe(false)
  expect(isSound({ group: 1, chosen })).toBe(true)
  expect(isSound({ group: 1, chosen: { ...chosen, storage: 'local' } })).toBe(false)
  expect(isSound({ group: null, chosen })).toBe(false)
  expect(isSound({ group: null, chosen: soundChoices(everyGroup) })).toBe(true)
})

test('a choice that does not exist counts as none', () => {
  expect(linesOf({ group: 0, chosen: { algorithm: '__proto__' } })[0]?.option).toBeNull()
})

describe('the settings', () => {
  test('of the defaults are an empty block', () => {
    expect(planSettings({ lifetimes: 'short', rotation: 'kept' })).toBe('SIMPLE_JWT = {\n}\n')
  })

  test('of other choices are read back as chosen', () => {
    const block = planSettings({ lifetimes: 'middle', rotation: 'rotated', clock: 'leeway' })
    const read = readDjangoSettings(block)
    expect(JSON.stringify(read)).toContain('"ACCESS_TOKEN_LIFETIME":900')
    expect(JSON.stringify(read)).toContain('"BLACKLIST_AFTER_ROTATION":true')
    expect(JSON.stringify(read)).toContain('"LEEWAY":30')
  })

  test('never hold a key', () => {
    for (const { id } of all.find(({ id: name }) => name === 'key')?.options ?? [])
      expect(planSettings({ key: id })).not.toContain('KEY')
  })
})

test('the lab runs what was chosen', () => {
  expect(planScenario({})).toEqual(DEFAULT_SCENARIO)
  expect(planScenario({ lifetimes: 'middle', rotation: 'rotated' })).toMatchObject({
    accessLifetime: 900_000,
    refreshLifetime: 604_800_000,
    isRotating: true,
    isBlacklisting: true,
  })
})

test.each([
  [{ algorithm: 'others', key: 'django' }, 'SIGNING_KEY'],
  [{ logout: 'blacklist', rotation: 'kept' }, 'token_blacklist'],
  [{ storage: 'cookies', cors: 'named' }, 'SameSite=None'],
  [{ storage: 'memory', cors: 'named' }, 'credentials'],
  [{ logout: 'look-up', size: 'roles' }, 'looked up there'],
])('choices that touch each other are told: %j', (chosen, told) => {
  expect(tellClashes({ chosen }).join(' ')).toContain(told)
  // neither choice is told of without the other
  const without = Object.fromEntries(Object.entries(chosen).slice(1))
  expect(tellClashes({ chosen: without })).toEqual([])
})
