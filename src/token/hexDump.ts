/** How are bytes shown that are no text? */
import { grouped } from './grouped.ts'

const PER_LINE = 8
const MOST_LINES = 8192

/**
 * Lines of an offset (hex, from 0), 8 bytes in hex and the same bytes as ASCII with a dot for all that has no
 * shape. Longer than 64 KB is cut, and the last line says so.
 */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = []
  const whole = Math.ceil(bytes.length / PER_LINE)
  for (let line = 0; line < Math.min(whole, MOST_LINES); line++) {
    const row = bytes.subarray(line * PER_LINE, (line + 1) * PER_LINE)
    const offset = (line * PER_LINE).toString(16).padStart(4, '0')
    const ascii = Array.from(row, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    ).join('')
    lines.push(`${offset}  ${hexOf(row).padEnd(PER_LINE * 3 - 1)}  ${ascii}`)
  }
  if (whole > MOST_LINES)
    lines.push(`… ${grouped(bytes.length - MOST_LINES * PER_LINE)} more bytes`)
  return lines.join('\n')
}

/** Two upper-case digits a byte, separated by blanks. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
}
