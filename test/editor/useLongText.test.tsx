import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { View } from '../../src/editor/longText.ts'
import { COLOURED_IN_SIGHT, type Mark } from '../../src/editor/field.ts'
import { PlainField } from '../../src/editor/PlainField.tsx'
import { watcherStore } from '../../src/editor/useLongText.ts'

/** What a field of 24 rows tells; nothing is laid out here. */
const view: View = { columns: 64, rowHeight: 20, height: 480 }

afterEach(() => watcherStore.setState(watcherStore.getInitialState()))

/** A mark on every line, as in a payload of many claims. */
const markLines = (text: string, from: number, to: number): Mark[] => {
  const marks: Mark[] = []
  for (let at = 0; at !== -1; at = text.indexOf('\n', at + 1))
    if (at >= from && at < to) marks.push({ from: at, to: at + 5, tone: 'name' })
  return marks
}

function Field({ start, wrap }: { start: string; wrap: 'anywhere' | 'none' }): ReactElement {
  const [text, setText] = useState(start)
  return (
    <PlainField
      label="Text"
      value={text}
      wrap={wrap}
      marks={(from, to) => markLines(text, from, to)}
      onEdit={(edit) => setText(edit.text)}
    />
  )
}

function open(start: string, wrap: 'anywhere' | 'none' = 'none') {
  const user = userEvent.setup()
  render(<Field start={start} wrap={wrap} />)
  act(() =>
    watcherStore.setState({
      watchView: (_, tell) => {
        tell(view)
        return () => undefined
      },
    }),
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
  const copy = field.previousElementSibling
  if (!copy) throw new Error('There is no coloured copy.')
  return { user, field, copy }
}

const lines = (count: number, line = 'claim and value'): string => `${line}\n`.repeat(count)

/** Rows in sight and as many beyond either edge, each with its mark and what follows it. */
const MOST_RUNS = 2 * (24 + 2 * 30 + 1)

test('of 8 KB only what is in sight is coloured, and an edit leaves it so', async () => {
  const { user, field, copy } = open(lines(512))
  expect(copy.children.length).toBeLessThanOrEqual(MOST_RUNS)
  let most = 0
  const watcher = new MutationObserver(() => (most = Math.max(most, copy.children.length)))
  watcher.observe(copy, { childList: true, subtree: true, characterData: true })
  await user.click(field)
  field.setSelectionRange(3, 3)
  await user.keyboard('abc')
  watcher.disconnect()
  expect(field.value.startsWith('claabcim and value')).toBe(true)
  expect(most).toBeLessThanOrEqual(MOST_RUNS)
  expect(copy.textContent?.startsWith('claabcim and value')).toBe(true)
})

test('up to 4 KB all of a text is coloured', () => {
  const text = lines(COLOURED_IN_SIGHT / 16)
  const { copy } = open(text)
  expect(copy.textContent).toBe(text)
})

test.each([
  ['a line that is too wide for the field', `${'x'.repeat(view.columns + 1)}\n${lines(512)}`],
  ['characters of another width', `日本\n${lines(512)}`],
])('with %s it is coloured as a whole, because its lines are broken', (_, text) => {
  const { copy } = open(text)
  expect(copy.textContent).toBe(text)
})

test('so is a text that breaks anywhere, where arithmetic cannot tell its rows', () => {
  const { copy } = open(lines(512), 'anywhere')
  expect(copy.textContent).toBe(lines(512))
})
