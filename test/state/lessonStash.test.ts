import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startLab } from '../../src/lessons/boards/labBoard.ts'
import { lessonTokenFor } from '../../src/lessons/lessonToken.ts'
import { startToken, type TokenState } from '../../src/lessons/boards/tokenBoard.ts'
import { thiefAccess } from '../../src/simulation/theftPresets.ts'
import { loadIntake, loadText } from '../../src/state/acts.ts'
import { freezeAt } from '../../src/state/chooseInstant.ts'
import { clock } from '../../src/state/clock.ts'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { expect as expectOf, setLeeway } from '../../src/state/judgeBy.ts'
import { boxTextOf } from '../../src/state/inspectorStore.ts'
import { readingOf } from '../../src/state/inspectorView.ts'
import {
  borrowDebugger,
  borrowLab,
  giveBack,
  openLessonToken,
  ownInspector,
  stashStore,
  takeOwn,
} from '../../src/state/lessonStash.ts'
import { linkStore } from '../../src/state/linkStore.ts'
import { moveToInstant, playOrPause, sessionStore } from '../../src/state/sessionStore.ts'
import { signStore } from '../../src/state/signActs.ts'
import { stepOut } from '../../src/state/stepInside.ts'
import { editToken, showToken } from '../../src/state/tokenActs.ts'
import { readToken } from '../../src/token/readToken.ts'
import { NOTES_ACCESS, NOTES_REFRESH, EXAMPLE } from '../intake/tokens.ts'

const PANES = ['verdict', 'key'] as const

const lesson = lessonTokenFor(
  { reading: readToken(EXAMPLE), isSample: false, secret: null },
  'hs256-copy',
  1_760_000_000,
)

const begun = startToken(lesson.text, lesson.secret, PANES)

beforeEach(async () => {
  inspectorStore.setState(inspectorStore.getInitialState(), true)
  clock.setState(clock.getInitialState(), true)
  linkStore.setState(linkStore.getInitialState(), true)
  signStore.setState(signStore.getInitialState(), true)
  sessionStore.setState(sessionStore.getInitialState(), true)
  clock.setState({ live: 1_760_000_000 })
  await loadIntake()
  loadText(JSON.stringify({ access: NOTES_ACCESS, refresh: NOTES_REFRESH }))
  showToken(1)
  editToken(`${NOTES_REFRESH}x`)
  editKey({ text: 'my own key', encoding: 'hex' })
  expectOf({ issuer: 'https://me.example' })
  setLeeway(7)
  freezeAt(1_545_224_000)
  linkStore.setState({ token: NOTES_REFRESH, ranges: {}, walk: 3 })
  signStore.setState({ refused: { lead: 'No.', rest: 'Because.' } })
})
afterEach(() => giveBack())

const everything = (): unknown => [
  inspectorStore.getState(),
  { frozen: clock.getState().frozen, typed: clock.getState().typed },
  linkStore.getState(),
  signStore.getState(),
  sessionStore.getState(),
]

describe('the debugger that a lesson borrows', () => {
  test('stands on the lesson’s token, with its key and by the clock', () => {
    borrowDebugger(begun, lesson, vi.fn())
    const inspector = inspectorStore.getState()
    expect(boxTextOf(inspector)).toBe(lesson.text)
    expect(inspector.key).toEqual({ text: lesson.secret, encoding: 'utf8', isFromToken: false })
    expect(inspector.expected.issuer).toBe('')
    expect(inspector.leeway).toBe(0)
    expect(clock.getState().frozen).toBeNull()
    expect(signStore.getState().refused).toBeNull()
    expect(linkStore.getState().walk).toBeNull()
  })

  test('is given back exactly as it was, whatever was done to it', () => {
    const before = everything()
    const give = borrowDebugger(begun, lesson, vi.fn())
    editToken('a.b.c')
    editKey({ text: 'another', encoding: 'base64' })
    setLeeway(99)
    freezeAt(5)
    signStore.setState({ refused: { lead: 'Other.', rest: 'Other.' } })
    linkStore.setState({ walk: 0 })
    give()
    expect(everything()).toEqual(before)
    expect(stashStore.getState()).toEqual({ debug: null, session: null })
  })

  test('is given back once, however often that is asked for', () => {
    const give = borrowDebugger(begun, lesson, vi.fn())
    giveBack()
    editKey({ text: 'typed after the lesson' })
    give()
    giveBack()
    expect(inspectorStore.getState().key.text).toBe('typed after the lesson')
  })

  test('tells what is done to it, and nothing of the giving back', () => {
    const heard: TokenState[] = []
    const give = borrowDebugger(begun, lesson, (state) => heard.push(state))
    editToken('x.y.z')
    freezeAt(8)
    clock.setState({ live: 1_760_000_001 })
    expect(heard.map(({ token, frozen }) => [token, frozen])).toEqual([
      ['x.y.z', null],
      ['x.y.z', 8],
    ])
    give()
    expect(heard).toHaveLength(2)
  })

  test('goes from step to step without losing what is the learner’s', () => {
    const before = everything()
    borrowDebugger(begun, lesson, vi.fn())
    editToken('first')
    borrowDebugger({ ...begun, token: 'second' }, lesson, vi.fn())
    expect(boxTextOf(inspectorStore.getState())).toBe('second')
    giveBack()
    expect(everything()).toEqual(before)
  })

  test('keeps code that arrived meanwhile', async () => {
    const { lateCode } = await import('../../src/state/lateCode.ts')
    borrowDebugger(begun, lesson, vi.fn())
    inspectorStore.setState({ late: lateCode })
    giveBack()
    expect(inspectorStore.getState().late).toBe(lateCode)
  })

  test('shows the learner’s token to the lesson all the while', () => {
    borrowDebugger(begun, lesson, vi.fn())
    const own = ownInspector(stashStore.getState(), inspectorStore.getState())
    expect(readingOf(own).text).toBe(`${NOTES_REFRESH}x`)
  })
})

describe('the lab that a lesson borrows', () => {
  test('runs the lesson’s session and is given back where it stood', () => {
    moveToInstant(61_000)
    playOrPause()
    const before = everything()
    const heard: number[] = []
    borrowLab(startLab(thiefAccess.scenario), ({ instant }) => heard.push(instant))
    expect(sessionStore.getState().scenario).toBe(thiefAccess.scenario)
    moveToInstant(5000)
    expect(heard).toEqual([5000])
    giveBack()
    expect(everything()).toEqual(before)
  })

  test('follows the debugger in the same lesson without mixing the two', () => {
    const before = everything()
    borrowDebugger(begun, lesson, vi.fn())
    borrowLab(startLab(thiefAccess.scenario), vi.fn())
    expect(boxTextOf(inspectorStore.getState())).toBe(`${NOTES_REFRESH}x`)
    giveBack()
    expect(everything()).toEqual(before)
  })
})

test('what is pasted beside the fields of a lesson is the learner’s own new token', async () => {
  borrowDebugger(begun, lesson, vi.fn())
  await takeOwn(EXAMPLE)
  expect(stashStore.getState().debug).toBeNull()
  const { pasted, key } = inspectorStore.getState()
  expect(pasted.tokens).toEqual([EXAMPLE])
  expect(key.text).toBe('my own key')
})

describe('the lesson’s token in the debugger', () => {
  test('stands in front of the learner’s, and one press brings that back', () => {
    const before = inspectorStore.getState()
    openLessonToken(lesson)
    const shown = inspectorStore.getState()
    expect(boxTextOf(shown)).toBe(lesson.text)
    expect(shown.key.text).toBe(lesson.secret)
    expect(shown.pasted.told.sentence).toBe(
      'Your token, HS256, from the lesson. Your own is one press away, as you left it.',
    )
    stepOut()
    const { pasted, current, key, outer } = inspectorStore.getState()
    expect({ pasted, current, key, outer }).toEqual({
      pasted: before.pasted,
      current: before.current,
      key: before.key,
      outer: [],
    })
  })

  test('twice is the same as once', () => {
    openLessonToken(lesson)
    openLessonToken({ ...lesson, text: EXAMPLE })
    expect(inspectorStore.getState().outer).toHaveLength(1)
    stepOut()
    expect(boxTextOf(inspectorStore.getState())).toBe(`${NOTES_REFRESH}x`)
  })

  test('is nothing new where it is the learner’s own', () => {
    const before = inspectorStore.getState()
    openLessonToken({ ...lesson, text: boxTextOf(before) })
    expect(inspectorStore.getState()).toBe(before)
  })
})
