import { describe, expect, test } from 'vitest'
import { naiveSwitches } from '../../src/attack/room.ts'
import { roomNamed } from '../../src/attack/rooms.ts'
import { SAFE, type Switches } from '../../src/attack/switches.ts'
import { tellFeedback } from '../../src/attack/tellFeedback.ts'
import type { Trial } from '../../src/attack/trial.ts'

const room = roomNamed('header-key')
if (!room) throw new Error('header-key')
const naive = naiveSwitches(room)
const half: Switches = { ...naive, ignoresHeaderKey: true }

const sent = (
  sender: Trial['sender'],
  switches: Switches,
  outcome: 'admin' | 'alice' | 'refused',
  isForAdmin = sender === 'forger',
): Trial => ({
  sender,
  token: sender,
  switches,
  isForAdmin,
  holes: [],
  outcome:
    outcome === 'refused'
      ? { kind: 'refused', line: 'signature', why: 'It does not match.' }
      : { kind: 'accepted', line: 'answer', user: 'alice', isAdmin: outcome === 'admin' },
})
const breach = sent('forger', naive, 'admin')
const stopped = sent('forger', SAFE, 'refused')

describe('what is said after', () => {
  test.each<[string, Trial[], Switches, string, RegExp]>([
    ['nothing', [], naive, 'task', /^Make a token/],
    [
      'a token that means nothing',
      [sent('forger', naive, 'refused', false)],
      naive,
      'refused',
      /It does not match\. Change it/,
    ],
    [
      'a token of nobody special',
      [sent('forger', naive, 'alice', false)],
      naive,
      'let in',
      /not as an admin/,
    ],
    ['a fix before the attack', [stopped], SAFE, 'refused', /Take the fix back/],
    ['Alice alone', [sent('alice', naive, 'alice')], naive, 'let in', /Now make a token/],
    [
      'a breach',
      [breach],
      naive,
      'breach',
      /^You are in\. The forged token got in.*send the same token again/,
    ],
    ['a fix after it', [breach], SAFE, 'task', /set right.*Send your token again/],
    [
      'half a fix',
      [breach, sent('forger', half, 'refused')],
      half,
      'refused',
      /another way in is still open/,
    ],
    [
      'half a fix for the other way',
      [breach, sent('forger', half, 'admin')],
      half,
      'breach',
      /^You are in/,
    ],
    [
      'another token, which never got in',
      [breach, sent('forger', SAFE, 'refused', false)],
      SAFE,
      'refused',
      /Send the one that did/,
    ],
    [
      'Alice before the forged token',
      [breach, sent('alice', SAFE, 'alice')],
      SAFE,
      'let in',
      /has to be refused/,
    ],
    [
      'Alice at the open hole',
      [breach, sent('alice', naive, 'alice')],
      naive,
      'let in',
      /still open/,
    ],
    ['the fix', [breach, stopped], SAFE, 'refused', /Send Alice’s token too/],
    [
      'all of it',
      [breach, stopped, sent('alice', SAFE, 'alice')],
      SAFE,
      'done',
      /This room is done/,
    ],
    [
      'all of it, and the switches since',
      [breach, stopped, sent('alice', SAFE, 'alice')],
      naive,
      'done',
      /This room is done/,
    ],
    [
      'a new breach after all of it',
      [breach, stopped, sent('alice', SAFE, 'alice'), breach],
      naive,
      'breach',
      /^You are in/,
    ],
  ])('%s', (_, trials, switches, kind, words) => {
    const told = tellFeedback(room, trials, switches)
    expect(told.kind).toBe(kind)
    expect([told.said, told.why, told.next].filter(Boolean).join(' ')).toMatch(words)
  })
})
