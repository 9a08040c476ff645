/** Which field stands here: the plain one, or the rich one once it has arrived? */
import { createElement, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { engineStore } from './engine.ts'
import type { FieldProps } from './field.ts'
import { PlainField } from './PlainField.tsx'

export function CodeField(props: FieldProps): ReactElement {
  const Rich = useStore(engineStore, (state) => (state.held === props.label ? null : state.Rich))
  return createElement(Rich ?? PlainField, props)
}
