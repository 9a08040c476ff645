/** How does each act and each state look as a 16-pixel mark? */
import type { ReactElement } from 'react'

const LINES = {
  down: <path d="M4.5 6.5 8 10l3.5-3.5" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.2v-.7h-8v8h.7" />
    </>
  ),
  check: <path d="m3.5 8.5 3 3 6-7" />,
  clear: <path d="m4 4 8 8m0-8-8 8" />,
  shield: <path d="m8 1.5 5.5 2v4c0 3.3-2.2 5.7-5.5 7-3.3-1.3-5.5-3.7-5.5-7v-4z" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.7 8 3.7 14.5 8 14.5 8 12 12.3 8 12.3 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
} as const

/** A line drawing beside a word; it says nothing by itself. */
export function Icon({ name }: { name: keyof typeof LINES }): ReactElement {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {LINES[name]}
    </svg>
  )
}

const MARKS = {
  pass: (
    <>
      <path d="m8 .9 6 2.1v4.5c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V3z" fill="currentColor" />
      <path d="m5.2 8 2 2 3.7-4" stroke="var(--page)" />
    </>
  ),
  fail: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--page)" />
    </>
  ),
  warning: (
    <>
      <path d="m8 1.3 7.2 13H.8z" fill="currentColor" stroke="currentColor" strokeWidth="1" />
      <path d="M8 5.8v4" stroke="var(--page)" />
      <circle cx="8" cy="12.2" r="1" fill="var(--page)" />
    </>
  ),
  'not checked': (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.9 1.97"
    />
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 7.4v3.6" stroke="currentColor" />
      <circle cx="8" cy="5" r=".95" fill="currentColor" />
    </>
  ),
} as const

/** The shape that repeats a state's word and colour. */
export function StateMark({ state }: { state: keyof typeof MARKS }): ReactElement {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-state={state}
    >
      {MARKS[state]}
    </svg>
  )
}

/** The product's sign. */
export function Brand(): ReactElement {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" strokeWidth="2.6" aria-hidden="true">
      <path d="M3.1 7.1A7.5 7.5 0 0 1 9.4 2.5" stroke="var(--header)" />
      <path d="M11.7 2.7A7.5 7.5 0 0 1 15.7 14.9" stroke="var(--payload)" />
      <path d="M13.9 16.4A7.5 7.5 0 0 1 2.6 9.2" stroke="var(--signature)" />
      <circle cx="10" cy="10" r="1.7" fill="var(--text)" />
    </svg>
  )
}
