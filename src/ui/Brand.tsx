/** How does the product sign its name? */
import type { ReactElement } from 'react'

export function Brand(): ReactElement {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      strokeWidth="2.6"
      aria-hidden="true"
    >
      <path d="M3.1 7.1A7.5 7.5 0 0 1 9.4 2.5" stroke="var(--header)" />
      <path d="M11.7 2.7A7.5 7.5 0 0 1 15.7 14.9" stroke="var(--payload)" />
      <path d="M13.9 16.4A7.5 7.5 0 0 1 2.6 9.2" stroke="var(--signature)" />
      <circle cx="10" cy="10" r="1.7" fill="var(--text)" />
    </svg>
  )
}
