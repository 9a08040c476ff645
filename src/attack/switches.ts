/** Which habits make the toy server safe, and how does each stand on a switch? RFC 8725 §3. */

/** Each is true where the server does it right. */
export interface Switches {
  readonly checksSignature: boolean
  readonly pinsAlgorithm: boolean
  readonly bindsKey: boolean
  readonly ignoresHeaderKey: boolean
  readonly looksUpKid: boolean
  readonly hasRandomSecret: boolean
}

export type SwitchName = keyof Switches

export const SAFE: Switches = {
  checksSignature: true,
  pinsAlgorithm: true,
  bindsKey: true,
  ignoresHeaderKey: true,
  looksUpKid: true,
  hasRandomSecret: true,
}

interface SwitchTold {
  label: string
  /** Where it is written. */
  source: string
}

export const SWITCHES: Record<SwitchName, SwitchTold> = {
  checksSignature: { label: 'Check the signature', source: 'RFC 8725 §3.3' },
  pinsAlgorithm: { label: 'Accept one algorithm, chosen by the server', source: 'RFC 8725 §3.1' },
  bindsKey: { label: 'Use a key only for its own kind of algorithm', source: 'RFC 8725 §3.1' },
  ignoresHeaderKey: { label: 'Ignore a key in the header', source: 'RFC 8725 §3.10' },
  looksUpKid: { label: 'Look kid up in a table of keys', source: 'RFC 8725 §3.10' },
  hasRandomSecret: { label: 'Use a random secret of 32 bytes', source: 'RFC 8725 §3.5' },
}
