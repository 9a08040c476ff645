import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import {
  COLOURED_WHOLE,
  CUT_LENGTH,
  type Edit,
  type FieldProps,
  SHOWN_WHOLE,
} from '../../src/editor/field.ts'
import { PlainField } from '../../src/editor/PlainField.tsx'

const noMarks = (): [] => []

/** A field whose owner keeps every edit, as a store does. */
function Kept({ start, ...rest }: { start: string } & Partial<FieldProps>): ReactElement {
  const [value, setValue] = useState(start)
  return (
    <PlainField
      label="Text"
      marks={noMarks}
      {...rest}
      value={value}
      onEdit={(edit) => {
        rest.onEdit?.(edit)
        setValue(edit.text)
      }}
    />
  )
}

function open(start: string, more: Partial<FieldProps> = {}) {
  const edits: Edit[] = []
  const user = userEvent.setup()
  const view = render(<Kept start={start} {...more} onEdit={(edit) => edits.push(edit)} />)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
  return { edits, user, view, field }
}

const headerMark = (): ReturnType<FieldProps['marks']> => [{ from: 0, to: 3, tone: 'header' }]

describe('what is shown', () => {
  test('is the value, found by its name', () => {
    const { field } = open('eyJ.eyJ.abc')
    expect(field).toHaveValue('eyJ.eyJ.abc')
  })

  test('while there is no value, is the placeholder', () => {
    open('', { placeholder: 'Paste a token' })
    expect(screen.getByPlaceholderText('Paste a token')).toHaveValue('')
  })

  test('carries its description', () => {
    render(
      <>
        <p id="note">32 bytes</p>
        <PlainField label="Key" value="" marks={noMarks} onEdit={vi.fn()} describedBy="note" />
      </>,
    )
    expect(screen.getByRole('textbox', { name: 'Key' })).toHaveAccessibleDescription('32 bytes')
  })

  test('is not spelled, completed or capitalised by the browser', () => {
    const { field } = open('x')
    expect(field).toHaveAttribute('spellcheck', 'false')
    expect(field).toHaveAttribute('autocomplete', 'off')
    expect(field).toHaveAttribute('autocapitalize', 'off')
  })

  test('lies over a painted copy of the same text, which nobody is told of', () => {
    const { view } = open('abcdef', { marks: headerMark })
    const copy = view.container.querySelector('[aria-hidden="true"]')
    expect(copy?.textContent).toBe('abcdef')
    expect(copy?.querySelector('[data-tone="header"]')?.textContent).toBe('abc')
  })

  test('has line feeds for every kind of line end, and settles', () => {
    const { field, edits, view } = open('a\r\nb\rc\n')
    expect(field).toHaveValue('a\nb\nc\n')
    view.rerender(<Kept start="ignored" onEdit={(edit) => edits.push(edit)} />)
    expect(field).toHaveValue('a\nb\nc\n')
    expect(edits).toEqual([])
  })
})

const Cleaning = (): ReactElement => {
  const [value, setValue] = useState('')
  return (
    <PlainField
      label="Text"
      value={value}
      marks={noMarks}
      onEdit={({ text }) => setValue(text.replace(/^Bearer /, ''))}
    />
  )
}

describe('an edit', () => {
  test('is reported with the whole text, as typed', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    await user.keyboard('{End}de')
    expect(edits).toEqual([
      { text: 'abcd', isWhole: false, inserted: null },
      { text: 'abcde', isWhole: false, inserted: null },
    ])
  })

  test('in an empty field replaces everything there was', async () => {
    const { user, field, edits } = open('')
    await user.click(field)
    await user.keyboard('ab')
    expect(edits.map(({ isWhole }) => isWhole)).toEqual([true, false])
  })

  test('is recognised as whole when everything was selected and typed over', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.select()
    await user.keyboard('x')
    expect(edits).toEqual([{ text: 'x', isWhole: true, inserted: null }])
  })

  test('is recognised as whole when everything was selected and pasted over', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.select()
    await user.paste('hello')
    expect(edits).toEqual([{ text: 'hello', isWhole: true, inserted: 'hello' }])
  })

  test('is not whole when one character was left', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.setSelectionRange(0, 2)
    await user.paste('hello')
    expect(edits).toEqual([{ text: 'helloc', isWhole: false, inserted: 'hello' }])
  })

  test('reports what was pasted into the midst', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.setSelectionRange(1, 1)
    await user.paste('-')
    await user.keyboard('x')
    expect(edits).toEqual([
      { text: 'a-bc', isWhole: false, inserted: '-' },
      { text: 'a-xbc', isWhole: false, inserted: null },
    ])
  })

  test('that deletes everything is an edit, and what follows is typed into an empty field', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.select()
    await user.keyboard('{Backspace}')
    expect(edits.at(-1)).toMatchObject({ text: '', inserted: null })
    await user.paste('new')
    expect(edits.at(-1)).toEqual({ text: 'new', isWhole: true, inserted: 'new' })
  })

  test('of a field whose selection was typed over once does not make the next edit whole', async () => {
    const { user, field, edits } = open('abc')
    await user.click(field)
    field.select()
    await user.keyboard('x')
    await user.keyboard('y')
    expect(edits.at(-1)).toEqual({ text: 'xy', isWhole: false, inserted: null })
  })

  test('that the owner answers with another text shows that text', async () => {
    const user = userEvent.setup()
    render(<Cleaning />)
    const field = screen.getByRole('textbox', { name: 'Text' })
    await user.click(field)
    await user.paste('Bearer abc')
    expect(field).toHaveValue('abc')
  })

  test('that the owner answers with the text from before shows the text from before', async () => {
    const user = userEvent.setup()
    const onEdit = vi.fn()
    const Refusing = (): ReactElement => {
      const [count, setCount] = useState(0)
      return (
        <>
          <PlainField
            label="Text"
            value="abc"
            marks={noMarks}
            onEdit={(edit) => {
              onEdit(edit)
              setCount(count + 1)
            }}
          />
          <output>{count}</output>
        </>
      )
    }
    render(<Refusing />)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    await user.click(field)
    field.select()
    await user.paste('Bearer abc')
    expect(onEdit).toHaveBeenCalledTimes(1)
    expect(field).toHaveValue('abc')
  })

  test('is dropped text where text was dropped', () => {
    const { field, edits } = open('abc')
    fireEvent.drop(field, { dataTransfer: { getData: () => 'dropped' } })
    field.value = 'abcdropped'
    fireEvent.input(field)
    expect(edits).toEqual([{ text: 'abcdropped', isWhole: false, inserted: 'dropped' }])
  })
})

function Owner({ value }: { value: string }): ReactElement {
  return <PlainField label="Text" value={value} marks={noMarks} onEdit={vi.fn()} />
}

describe('a value that changes from outside', () => {
  test('is shown, and the caret stays where it was', () => {
    const { rerender } = render(<Owner value="abcdef" />)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    act(() => field.focus())
    field.setSelectionRange(3, 3)
    rerender(<Owner value="ABCDEFG" />)
    expect(field).toHaveValue('ABCDEFG')
    expect([field.selectionStart, field.selectionEnd]).toEqual([3, 3])
  })

  test('leaves a caret alone while the text is the same', () => {
    const { rerender } = render(<Owner value="abcdef" />)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    act(() => field.focus())
    field.setSelectionRange(2, 4)
    rerender(<Owner value="abcdef" />)
    expect([field.selectionStart, field.selectionEnd]).toEqual([2, 4])
  })

  test('does not take the focus', () => {
    const { rerender } = render(<Owner value="a" />)
    rerender(<Owner value="b" />)
    expect(document.body).toHaveFocus()
  })

  test('takes the place of what was typed before the page was ready only where it differs', () => {
    const { container } = render(<Owner value="typed early" />)
    expect(container.querySelector('textarea')).toHaveValue('typed early')
  })
})

describe('an example', () => {
  test('is selected once, so that the first paste replaces it', async () => {
    const { user, field, edits } = open('example', { isSelectedOnce: true })
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 7])
    expect(edits).toEqual([])
    field.focus()
    field.select()
    await user.paste('mine')
    expect(edits).toEqual([{ text: 'mine', isWhole: true, inserted: 'mine' }])
  })

  test('takes the focus from nowhere', () => {
    render(<input aria-label="Other" />)
    screen.getByRole('textbox', { name: 'Other' }).focus()
    open('example', { isSelectedOnce: true })
    expect(screen.getByRole('textbox', { name: 'Other' })).toHaveFocus()
  })
})

describe('a very long text', () => {
  test('above 2 MB is cut and read only, and so cannot be lost by an edit', async () => {
    const { user, field, edits } = open('a'.repeat(SHOWN_WHOLE + 1))
    expect(field).toHaveAttribute('readonly')
    expect(field.value).toHaveLength(CUT_LENGTH + 1)
    expect(field.value.endsWith('…')).toBe(true)
    await user.click(field)
    await user.keyboard('x')
    expect(edits).toEqual([])
  })

  test('up to 2 MB is whole and can be edited', () => {
    const { field } = open('a'.repeat(SHOWN_WHOLE))
    expect(field).not.toHaveAttribute('readonly')
    expect(field.value).toHaveLength(SHOWN_WHOLE)
  })

  test('that is cut can still be replaced by a paste', () => {
    const { field, edits } = open('a'.repeat(SHOWN_WHOLE + 1))
    fireEvent.paste(field, { clipboardData: { getData: () => 'short' } })
    expect(edits).toEqual([{ text: 'short', isWhole: true, inserted: 'short' }])
    expect(field).toHaveValue('short')
    expect(field).not.toHaveAttribute('readonly')
  })

  test('that is pasted is reported whole', () => {
    const text = 'b'.repeat(SHOWN_WHOLE + 5)
    const { field, edits } = open('a')
    fireEvent.paste(field, { clipboardData: { getData: () => text } })
    expect(edits).toHaveLength(1)
    expect(edits[0]?.text).toHaveLength(text.length)
  })

  test('is not coloured as a whole', () => {
    const asked: [number, number][] = []
    open('a'.repeat(COLOURED_WHOLE + 1), {
      marks: (from, to) => {
        asked.push([from, to])
        return []
      },
    })
    expect(Math.max(...asked.map(([from, to]) => to - from))).toBeLessThanOrEqual(COLOURED_WHOLE)
  })
})

test('a field that is read only takes nothing', async () => {
  const { user, field, edits } = open('abc', { isReadOnly: true })
  await user.click(field)
  await user.keyboard('x')
  await user.paste('y')
  expect(edits).toEqual([])
  expect(field).toHaveValue('abc')
})

test('leaving the field is told', async () => {
  const onBlur = vi.fn()
  const { user, field } = open('abc', { onBlur })
  await user.click(field)
  await user.tab()
  expect(onBlur).toHaveBeenCalledTimes(1)
})
