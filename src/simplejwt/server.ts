/** What is fixed while a server runs: its release, its settings, its key, and what is installed? behaviour.md 4. */
import type { Release } from './release.ts'
import type { Settings } from './settings.ts'
import { type AsymmetricDriver, openSignatures, type Signatures } from './signatures.ts'

export interface Server {
  readonly release: Release
  readonly settings: Settings
  /** `rest_framework_simplejwt.token_blacklist` is in INSTALLED_APPS. */
  readonly hasBlacklistApp: boolean
  /** JWTStatelessUserAuthentication on the protected view: the user is not looked up. */
  readonly isStateless: boolean
  readonly signatures: Signatures
}

/** When a request arrives (unix milliseconds), and where the next jti comes from (32 lower-case hex digits). */
export interface Moment {
  readonly at: number
  readonly makeJti: () => string
}

/** The key of these settings; `secretKey` is Django's SECRET_KEY. Servers that share a key share the result. */
export function signaturesOf(
  settings: Settings,
  secretKey: string,
  driver: AsymmetricDriver | null,
): Signatures {
  const { ALGORITHM, SIGNING_KEY, VERIFYING_KEY } = settings
  return openSignatures(ALGORITHM, SIGNING_KEY ?? secretKey, VERIFYING_KEY, driver)
}
