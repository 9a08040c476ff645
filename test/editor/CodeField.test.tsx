import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { CodeField } from '../../src/editor/CodeField.tsx'
import { engineStore } from '../../src/editor/engine.ts'
import type { FieldProps } from '../../src/editor/field.ts'

const Rich = ({ label, value }: FieldProps) => <p>{`rich ${label}: ${value}`}</p>

const open = () =>
  render(
    ['One', 'Two'].map((label) => (
      <CodeField key={label} label={label} value="text" marks={() => []} onEdit={() => undefined} />
    )),
  )

afterEach(() => engineStore.setState(engineStore.getInitialState(), true))

test('a field is plain until the rich one has arrived', () => {
  open()
  expect(screen.getByRole('textbox', { name: 'One' })).toHaveValue('text')
  act(() => engineStore.setState({ Rich }))
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText('rich One: text')).toBeVisible()
})

test('a field that is held stays the same element until it is let go', () => {
  open()
  const held = screen.getByRole('textbox', { name: 'Two' })
  act(() => engineStore.setState({ Rich, held: 'Two' }))
  expect(screen.getByText('rich One: text')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Two' })).toBe(held)
  act(() => engineStore.setState({ held: null }))
  expect(screen.getByText('rich Two: text')).toBeVisible()
})
