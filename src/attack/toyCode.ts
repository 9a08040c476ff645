/** How do the few lines of the toy server read, as its switches stand? */
import type { SwitchName, Switches } from './switches.ts'

/** What the server does in turn; each can end the request. */
export type LineId =
  | 'start'
  | 'split'
  | 'header'
  | 'payload'
  | 'algorithm'
  | 'secret'
  | 'header-key'
  | 'kid'
  | 'kind'
  | 'signature'
  | 'expiry'
  | 'answer'

export interface CodeLine {
  id: LineId
  code: string
  /** The switch that rewrites this line; null for the others. */
  switch: SwitchName | null
}

/** What the server is set up with: its algorithm, and how it keeps its key. */
export interface Setup {
  alg: 'HS256' | 'RS256' | 'ES256'
  /** The secret as it stands in the settings; null where the key is a public one. */
  secret: string | null
}

const line = (id: LineId, code: string, name: SwitchName | null = null): CodeLine => ({
  id,
  code,
  switch: name,
})

/** Twelve lines in the manner of Python; what the switches change reads differently, the rest stays. */
export function toyCode({ alg, secret }: Setup, switches: Switches): CodeLine[] {
  const own = secret === null ? 'PUBLIC_KEY' : 'SECRET'
  const kept =
    secret === null
      ? 'PUBLIC_KEY = open("keys/main").read()'
      : `SECRET = ${switches.hasRandomSecret ? 'os.environ["SECRET"]  # 32 random bytes' : JSON.stringify(secret)}`
  const either = (name: SwitchName, id: LineId, safe: string, naive: string): CodeLine =>
    line(id, `    ${switches[name] ? safe : naive}`, name)
  return [
    line('secret', kept, secret === null ? null : 'hasRandomSecret'),
    line('start', 'def who_is_it(token):'),
    line('split', '    header, payload, signature = token.split(".")'),
    line('header', '    header = json.loads(decode(header))'),
    line('payload', '    claims = json.loads(decode(payload))'),
    either(
      'pinsAlgorithm',
      'algorithm',
      `if header["alg"] != "${alg}": refuse()`,
      '# any alg that the header names',
    ),
    either(
      'looksUpKid',
      'kid',
      `key = {"main": ${own}}[header.get("kid", "main")]`,
      'key = open("keys/" + header.get("kid", "main")).read()',
    ),
    either(
      'ignoresHeaderKey',
      'header-key',
      '# a jwk in the header is not looked at',
      'key = header.get("jwk", key)',
    ),
    either(
      'bindsKey',
      'kind',
      'if kind_of(key) != kind_for(header["alg"]): refuse()',
      '# any key for any alg',
    ),
    either(
      'checksSignature',
      'signature',
      'if not matches(header["alg"], key, signature): refuse()',
      '# the signature is not looked at',
    ),
    line('expiry', '    if claims["exp"] <= time.time(): refuse()'),
    line('answer', '    return claims'),
  ]
}
