/** What is fixed while a server runs: its release, its settings, its key, and what is installed? behaviour.md 4. */
import type { Release } from './release.ts'
import type { Settings } from './settings.ts'
import { type AsymmetricDriver, openSignatures, type Signatures } from './signatures.ts'

export interface ServerOptions {
  readonly release: Release
  readonly settings: Settings
  /** `rest_framework_simplejwt.token_blacklist` is in INSTALLED_APPS. */
  readonly hasBlacklistApp: boolean
  /** JWTStatelessUserAuthentication on the protected view: the user is not looked up. */
  readonly isStateless: boolean
  readonly signatures: Signatures
}

export interface Server extends ServerOptions {
  /** The header that carries the token, as HTTP writes it. */
  readonly tokenHeader: string
}

/** As with Django, another setting needs another start. */
export function startServer(options: ServerOptions): Server {
  return { ...options, tokenHeader: httpName(options.settings.AUTH_HEADER_NAME) }
}

/** HTTP_X_ACCESS_TOKEN → X-Access-Token. */
function httpName(djangoName: string): string {
  return djangoName
    .replace(/^HTTP_/, '')
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('-')
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
