import { describe, expect, test } from 'vitest'
import { startForgery, writeForgery } from '../../src/attack/forgery.ts'
import {
  codeOf,
  lacksOf,
  naiveSwitches,
  openRoom,
  type OpenedRoom,
  type Room,
  sentByAlice,
  serverOf,
  tokenOfAlice,
} from '../../src/attack/room.ts'
import type { Rule } from '../../src/judgement/findings/rule.ts'
import { rules } from '../../src/judgement/findings/rules.ts'
import { ROOMS, roomNamed } from '../../src/attack/rooms.ts'
import { SAFE, type Switches, SWITCHES } from '../../src/attack/switches.ts'
import { askToyServer, type Outcome } from '../../src/attack/toyServer.ts'
import { tryToken } from '../../src/attack/tryToken.ts'
import { readToken } from '../../src/token/readToken.ts'

const NOW = 1_764_000_000
const makeId = (): string => '0123456789abcdef0123456789abcdef'

async function open(room: Room): Promise<OpenedRoom> {
  const opened = await openRoom(room, NOW, makeId)
  if (!opened) throw new Error(`${room.slug} did not open`)
  return opened
}

/** The token that the first `count` moves lead to; all of them where none is given. */
async function forge(opened: OpenedRoom, count = opened.room.moves.length): Promise<string> {
  const given = await tokenOfAlice(opened, naiveSwitches(opened.room))
  const forgery = opened.room.moves
    .slice(0, count)
    .reduce((made, move) => move.apply(made, { opened, given }), startForgery(given))
  return writeForgery(forgery, given, opened.own)
}

const ask = (opened: OpenedRoom, switches: Switches, token: string, now = NOW): Promise<Outcome> =>
  askToyServer(serverOf(opened, switches, now), token)

const admin = { kind: 'accepted', line: 'answer', user: 'alice', isAdmin: true }
const alice = { ...admin, isAdmin: false }

describe.each(ROOMS.map((room) => [room.slug, room] as const))('%s', (slug, room) => {
  test('can be found by its name', () => {
    expect(roomNamed(slug)).toBe(room)
  })

  test('lets Alice in, and not as an admin', async () => {
    const opened = await open(room)
    const switches = naiveSwitches(room)
    expect(await ask(opened, switches, await tokenOfAlice(opened, switches))).toEqual(alice)
  })

  test('lets the forger in as an admin after the last move, and not before there is one', async () => {
    const opened = await open(room)
    const switches = naiveSwitches(room)
    expect(await ask(opened, switches, await forge(opened, 0))).toEqual(alice)
    expect(await ask(opened, switches, await forge(opened))).toEqual(admin)
  })

  test('refuses the same token after each of its fixes, and lets Alice in all the same', async () => {
    const opened = await open(room)
    const forged = await forge(opened)
    for (const names of room.fixes) {
      const switches = {
        ...naiveSwitches(room),
        ...Object.fromEntries(names.map((name) => [name, true])),
      }
      // oxlint-disable-next-line no-await-in-loop -- one server after the other
      expect(await ask(opened, switches, forged)).toMatchObject({ kind: 'refused' })
      // oxlint-disable-next-line no-await-in-loop -- one server after the other
      expect(await ask(opened, switches, await tokenOfAlice(opened, switches))).toEqual(alice)
    }
  })

  test('is closed where all is done right, whichever moves were made', async () => {
    const opened = await open(room)
    for (let count = 1; count <= room.moves.length; count++) {
      // oxlint-disable-next-line no-await-in-loop -- one forgery after the other
      expect(await ask(opened, SAFE, await forge(opened, count))).not.toEqual(admin)
    }
  })

  test('shows a line of code for each of its switches, which reads differently once it is safe', async () => {
    const opened = await open(room)
    const naive = codeOf(opened, naiveSwitches(room))
    const safe = codeOf(opened, SAFE)
    expect(naive).toHaveLength(12)
    const changed = naive.filter(({ code }, index) => code !== safe[index]?.code)
    expect(new Set(changed.map((line) => line.switch))).toEqual(new Set(lacksOf(room)))
    for (const name of lacksOf(room)) expect(SWITCHES[name].label).not.toBe('')
  })

  test('refuses a token of yesterday', async () => {
    const opened = await open(room)
    const token = await tokenOfAlice(opened, SAFE)
    expect(await ask(opened, SAFE, token, NOW + 86_399)).toEqual(alice)
    expect(await ask(opened, SAFE, token, NOW + 86_400)).toMatchObject({ line: 'expiry' })
  })
})

test('a finding that can be tried names a room that there is, and every room is named', () => {
  const named = Object.values(rules).flatMap(({ room }: Rule) => room ?? [])
  const slugs = ROOMS.map(({ slug }) => slug).filter((slug) => slug !== 'unverified')
  expect(new Set(named)).toEqual(new Set(slugs))
})

describe('which line refuses', () => {
  const cases = [
    ['unverified', ['checksSignature'], 'signature'],
    ['alg-none', ['pinsAlgorithm'], 'algorithm'],
    ['alg-none', ['bindsKey'], 'kind'],
    ['weak-secret', ['hasRandomSecret'], 'signature'],
    ['alg-confusion', ['pinsAlgorithm'], 'algorithm'],
    ['alg-confusion', ['bindsKey'], 'kind'],
    ['header-key', ['ignoresHeaderKey', 'looksUpKid'], 'kid'],
  ] as const
  test.each(cases)('%s, mended by %j: %s', async (slug, names, line) => {
    const room = roomNamed(slug)
    if (!room) throw new Error(slug)
    const opened = await open(room)
    const mended = {
      ...naiveSwitches(room),
      ...Object.fromEntries(names.map((name) => [name, true])),
    }
    expect(await ask(opened, mended, await forge(opened))).toMatchObject({ kind: 'refused', line })
  })

  test('both ways of the last room need a fix of their own', async () => {
    const room = roomNamed('header-key')
    if (!room) throw new Error('header-key')
    const opened = await open(room)
    const throughJwk = await forge(opened, 3)
    const throughKid = await forge(opened, 4)
    const naive = naiveSwitches(room)
    for (const token of [throughJwk, throughKid])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await ask(opened, naive, token)).toEqual(admin)
    const withoutJwk = { ...naive, ignoresHeaderKey: true }
    expect(await ask(opened, withoutJwk, throughJwk)).toMatchObject({ line: 'signature' })
    expect(await ask(opened, withoutJwk, throughKid)).toEqual(admin)
    const withTable = { ...naive, looksUpKid: true }
    expect(await ask(opened, withTable, throughJwk)).toEqual(admin)
    expect(await ask(opened, withTable, throughKid)).toMatchObject({ line: 'kid' })
  })
})

describe('which lines let the forged token through', () => {
  test.each([
    ['unverified', 1, ['signature']],
    ['alg-none', 3, ['algorithm', 'kind']],
    ['weak-secret', 3, ['secret']],
    ['alg-confusion', 3, ['algorithm', 'kind']],
    ['header-key', 3, ['header-key']],
    ['header-key', 4, ['kid']],
  ] as const)('%s after %i moves: %j', async (slug, count, holes) => {
    const room = roomNamed(slug)
    if (!room) throw new Error(slug)
    const opened = await open(room)
    const forged = await forge(opened, count)
    const naive = naiveSwitches(room)
    expect(await tryToken(opened, naive, forged, NOW)).toMatchObject({ outcome: admin, holes })
    expect(await tryToken(opened, SAFE, forged, NOW)).toMatchObject({
      outcome: { kind: 'refused' },
      isForAdmin: true,
      holes: [],
    })
  })
})

test('Alice sends the token that she has, and a new one only under a new secret', async () => {
  for (const room of ROOMS) {
    // oxlint-disable-next-line no-await-in-loop -- one room after the other
    const opened = await open(room)
    // oxlint-disable-next-line no-await-in-loop -- one room after the other
    const given = await tokenOfAlice(opened, naiveSwitches(room))
    // oxlint-disable-next-line no-await-in-loop -- one room after the other
    expect((await sentByAlice(opened, given, SAFE)) === given).toBe(room.weakSecret === null)
  }
})

describe('what is no token of this server', () => {
  const room = roomNamed('unverified')
  test.each([
    ['', 'split'],
    ['a.b', 'split'],
    ['<b>.<i>.x', 'header'],
    ['bnVsbA.e30.', 'header'],
    ['eyJhbGciOiJIUzI1NiJ9.bnVsbA.', 'payload'],
    ['e30.e30.', 'algorithm'],
    ['eyJhbGciOiJIUzI1NiJ9.e30.', 'expiry'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJfX3Byb3RvX18iOnsiYWRtaW4iOnRydWV9fQ.', 'expiry'],
  ])('%j is refused at the line %s', async (token, line) => {
    if (!room) throw new Error('unverified')
    const opened = await open(room)
    const outcome = await ask(opened, naiveSwitches(room), token)
    expect(outcome).toMatchObject({ kind: 'refused', line })
    expect(outcome.kind === 'refused' && outcome.why).toMatch(/\.$/)
  })
})

test('the forger’s header and payload are encoded as they are typed, whatever they are', async () => {
  const text = await writeForgery(
    { header: '{ "alg": ', payload: 'no JSON: ä', seal: 'empty', secret: '' },
    '',
    null,
  )
  const reading = readToken(text)
  expect(reading.header?.decoded.text).toBe('{ "alg": ')
  expect(reading.payload?.decoded.text).toBe('no JSON: ä')
  expect(text.endsWith('.')).toBe(true)
})
