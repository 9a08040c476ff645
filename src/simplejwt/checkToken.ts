/** Does a class of token accept this one, now? SimpleJWT `Token.__init__` and `verify`, CHECK a–m of behaviour.md 2. */
import { checkClaims } from './checkClaims.ts'
import type { MintedToken } from './mintedToken.ts'
import { milliseconds, type PythonDict, textOf, timestampOf } from './pythonValue.ts'
import { type Checked, crashed, refused } from './refusal.ts'
import { readTokenText } from './readTokenText.ts'
import type { Server } from './server.ts'
import { type Settings, type TokenClass, tokenTypes } from './settings.ts'
import type { Stores } from './stores.ts'

/** A text, as it came over the wire, or a token of this module, whose text nobody has to write and read again. */
export type Credential = string | MintedToken

/** `at` is unix milliseconds. Never throws. */
export function checkToken(
  server: Server,
  stores: Stores,
  at: number,
  tokenClass: TokenClass,
  credential: Credential,
): Checked<PythonDict> {
  const opened = openToken(server, credential)
  if (opened.state !== 'passed') return opened
  const { claims } = opened
  const inTime = checkClaims(claims, server.settings, at)
  if (inTime.state !== 'passed') return inTime
  return (
    checkBlacklist(server, stores, tokenClass, claims) ??
    checkExactly(claims, 'exp', server.settings, at) ??
    checkNames(claims, server.settings, tokenClass) ??
    inTime
  )
}

type Failed = Checked<never> | null

/** A token made with the server's own key is what its claims say; any other is read from its text. */
function openToken(server: Server, credential: Credential): Checked<PythonDict> {
  if (typeof credential === 'string') return readTokenText(credential, server.signatures)
  if (credential.signatures === server.signatures) {
    const isPair = server.signatures.isPair()
    if (isPair === null) return { state: 'waiting', on: server.signatures }
    return isPair ? { state: 'passed', claims: credential.claims } : refused({ code: 'signature' })
  }
  const { text } = credential
  return text === null
    ? { state: 'waiting', on: credential.signatures }
    : readTokenText(text, server.signatures)
}

function checkBlacklist(
  { hasBlacklistApp, settings }: Server,
  stores: Stores,
  tokenClass: TokenClass,
  claims: PythonDict,
): Failed {
  const isListed = tokenClass === 'RefreshToken' || tokenClass === 'SlidingToken'
  if (!isListed || !hasBlacklistApp) return null
  const jti = settings.JTI_CLAIM === null ? undefined : claims.get(settings.JTI_CLAIM)
  if (jti === undefined)
    return crashed({ code: 'crash-no-id', claim: settings.JTI_CLAIM ?? 'None' })
  const since = blacklistedSince(stores, claims, settings)
  return since === null ? null : refused({ code: 'blacklisted', since })
}

/** When the token with this id was blacklisted, unix milliseconds, or null. */
export function blacklistedSince(
  stores: Stores,
  claims: PythonDict,
  settings: Settings,
): number | null {
  const jti = settings.JTI_CLAIM === null ? undefined : claims.get(settings.JTI_CLAIM)
  return jti === undefined || jti === null ? null : (stores.blacklist.get(textOf(jti)) ?? null)
}

/** SimpleJWT's own look at exp, and at refresh_exp: the clock keeps its fraction here. */
export function checkExactly(
  claims: PythonDict,
  claim: string,
  { LEEWAY }: Settings,
  at: number,
): Failed {
  const value = claims.get(claim)
  if (value === undefined) return refused({ code: 'no-expiry', claim })
  const end = timestampOf(value)
  if (end === null) return crashed({ code: 'crash-claim', claim, value })
  if (end > at - milliseconds(LEEWAY)) return null
  return refused({
    code: 'expired-exactly',
    claim,
    seconds: end / 1000,
    now: at / 1000,
    leeway: LEEWAY,
  })
}

function checkNames(claims: PythonDict, settings: Settings, tokenClass: TokenClass): Failed {
  const { JTI_CLAIM, TOKEN_TYPE_CLAIM } = settings
  if (JTI_CLAIM !== null && !claims.has(JTI_CLAIM))
    return refused({ code: 'no-id', claim: JTI_CLAIM })
  if (TOKEN_TYPE_CLAIM === null || tokenClass === 'UntypedToken') return null
  const found = claims.get(TOKEN_TYPE_CLAIM)
  if (found === undefined) return refused({ code: 'no-type', claim: TOKEN_TYPE_CLAIM })
  const wanted = tokenTypes[tokenClass]
  return found === wanted
    ? null
    : refused({ code: 'wrong-type', claim: TOKEN_TYPE_CLAIM, found, wanted })
}
