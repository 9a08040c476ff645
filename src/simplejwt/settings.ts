/** Which settings does SimpleJWT take, with what defaults, and what do they do? behaviour.md 4. */

/** Names and meanings are Django's; every lifetime and the leeway are seconds, fractions down to a microsecond. */
export interface Settings {
  readonly ACCESS_TOKEN_LIFETIME: number
  readonly REFRESH_TOKEN_LIFETIME: number
  readonly ROTATE_REFRESH_TOKENS: boolean
  readonly BLACKLIST_AFTER_ROTATION: boolean
  readonly UPDATE_LAST_LOGIN: boolean
  readonly ALGORITHM: string
  /** null is Django's SECRET_KEY. Text as it is, or PEM. */
  readonly SIGNING_KEY: string | null
  readonly VERIFYING_KEY: string
  readonly AUDIENCE: string | readonly string[] | null
  readonly ISSUER: string | null
  readonly LEEWAY: number
  readonly AUTH_HEADER_TYPES: readonly string[]
  readonly AUTH_HEADER_NAME: string
  readonly USER_ID_FIELD: string
  readonly USER_ID_CLAIM: string
  readonly AUTH_TOKEN_CLASSES: readonly TokenClass[]
  readonly TOKEN_TYPE_CLAIM: string | null
  readonly JTI_CLAIM: string | null
  readonly SLIDING_TOKEN_LIFETIME: number
  readonly SLIDING_TOKEN_REFRESH_LIFETIME: number
  readonly SLIDING_TOKEN_REFRESH_EXP_CLAIM: string
  /** This one and the next two: newest release only. */
  readonly CHECK_REVOKE_TOKEN: boolean
  readonly REVOKE_TOKEN_CLAIM: string
  readonly CHECK_USER_IS_ACTIVE: boolean
}

export type SettingName = keyof Settings

/** The classes of `rest_framework_simplejwt.tokens`, and the word each writes into the type claim. */
export const tokenTypes = {
  AccessToken: 'access',
  RefreshToken: 'refresh',
  SlidingToken: 'sliding',
  UntypedToken: 'untyped',
} as const

export type TokenClass = keyof typeof tokenTypes

export const isTokenClass = (name: string): name is TokenClass => Object.hasOwn(tokenTypes, name)

export const DEFAULTS: Settings = {
  ACCESS_TOKEN_LIFETIME: 5 * 60,
  REFRESH_TOKEN_LIFETIME: 24 * 60 * 60,
  ROTATE_REFRESH_TOKENS: false,
  BLACKLIST_AFTER_ROTATION: false,
  UPDATE_LAST_LOGIN: false,
  ALGORITHM: 'HS256',
  SIGNING_KEY: null,
  VERIFYING_KEY: '',
  AUDIENCE: null,
  ISSUER: null,
  LEEWAY: 0,
  AUTH_HEADER_TYPES: ['Bearer'],
  AUTH_HEADER_NAME: 'HTTP_AUTHORIZATION',
  USER_ID_FIELD: 'id',
  USER_ID_CLAIM: 'user_id',
  AUTH_TOKEN_CLASSES: ['AccessToken'],
  TOKEN_TYPE_CLAIM: 'token_type',
  JTI_CLAIM: 'jti',
  SLIDING_TOKEN_LIFETIME: 5 * 60,
  SLIDING_TOKEN_REFRESH_LIFETIME: 24 * 60 * 60,
  SLIDING_TOKEN_REFRESH_EXP_CLAIM: 'refresh_exp',
  CHECK_REVOKE_TOKEN: false,
  REVOKE_TOKEN_CLAIM: 'hash_password',
  CHECK_USER_IS_ACTIVE: true,
}

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(DEFAULTS, name)

/** How a value is typed in: what a form field or a Python literal has to give. */
export type SettingKind =
  | 'lifetime'
  | 'leeway'
  | 'switch'
  | 'text'
  | 'text or None'
  | 'texts'
  | 'audience'
  | 'classes'

interface SettingFacts {
  readonly kind: SettingKind
  /** What it does to claims or answers, as one sentence. */
  readonly meaning: string
  readonly isNewestOnly?: true
}

export const settingFacts: Readonly<Record<SettingName, SettingFacts>> = {
  ACCESS_TOKEN_LIFETIME: {
    kind: 'lifetime',
    meaning: 'An access token’s exp is the second it was made plus this, at login and at refresh.',
  },
  REFRESH_TOKEN_LIFETIME: {
    kind: 'lifetime',
    meaning: 'A refresh token’s exp is the login plus this; rotation starts it anew each time.',
  },
  ROTATE_REFRESH_TOKENS: {
    kind: 'switch',
    meaning: 'Each refresh also gives back a new refresh token.',
  },
  BLACKLIST_AFTER_ROTATION: {
    kind: 'switch',
    meaning:
      'The old refresh token is blacklisted, if rotation is on and the blacklist app is installed.',
  },
  UPDATE_LAST_LOGIN: {
    kind: 'switch',
    meaning: 'A login with a password sets the user’s last_login; a refresh does not.',
  },
  ALGORITHM: { kind: 'text', meaning: 'It signs every token, and no other alg is accepted.' },
  SIGNING_KEY: {
    kind: 'text or None',
    meaning:
      'It signs, and with HS256, HS384 and HS512 it also checks. Unset, it is Django’s SECRET_KEY.',
  },
  VERIFYING_KEY: {
    kind: 'text',
    meaning:
      'The public key that checks RSA and ECDSA signatures; unused with HS256, HS384 and HS512.',
  },
  AUDIENCE: {
    kind: 'audience',
    meaning: 'Written as aud and then asked of every token; unset, any aud is accepted.',
  },
  ISSUER: {
    kind: 'text or None',
    meaning: 'Written as iss and then asked of every token; unset, any iss is accepted.',
  },
  LEEWAY: {
    kind: 'leeway',
    meaning:
      'So many seconds of difference between clocks are forgiven for exp, iat, nbf and refresh_exp.',
  },
  AUTH_HEADER_TYPES: {
    kind: 'texts',
    meaning: 'The words accepted before the token; the first also stands in WWW-Authenticate.',
  },
  AUTH_HEADER_NAME: {
    kind: 'text',
    meaning: 'The header that carries the token, in Django’s spelling: HTTP_X_TOKEN is X-Token.',
  },
  USER_ID_FIELD: { kind: 'text', meaning: 'The field of the user that is written into the token.' },
  USER_ID_CLAIM: { kind: 'text', meaning: 'The claim that names the user.' },
  AUTH_TOKEN_CLASSES: {
    kind: 'classes',
    meaning: 'The kinds of token that protected views accept, tried in this order.',
  },
  TOKEN_TYPE_CLAIM: {
    kind: 'text or None',
    meaning: 'The claim that says which kind of token it is. None turns the check off.',
  },
  JTI_CLAIM: {
    kind: 'text or None',
    meaning: 'The claim with the token’s id. None turns the check off.',
  },
  SLIDING_TOKEN_LIFETIME: {
    kind: 'lifetime',
    meaning: 'A sliding token’s exp is the second it was made or refreshed plus this.',
  },
  SLIDING_TOKEN_REFRESH_LIFETIME: {
    kind: 'lifetime',
    meaning: 'A sliding token’s refresh_exp is the login plus this, and it stays.',
  },
  SLIDING_TOKEN_REFRESH_EXP_CLAIM: {
    kind: 'text',
    meaning: 'The claim that says how long a sliding token can be refreshed.',
  },
  CHECK_REVOKE_TOKEN: {
    kind: 'switch',
    meaning: 'Each token carries a digest of the password, so a new password ends the old tokens.',
    isNewestOnly: true,
  },
  REVOKE_TOKEN_CLAIM: {
    kind: 'text',
    meaning: 'The claim with the digest of the password.',
    isNewestOnly: true,
  },
  CHECK_USER_IS_ACTIVE: {
    kind: 'switch',
    meaning: 'Off, a deactivated user’s tokens go on working; a login still fails.',
    isNewestOnly: true,
  },
}

/** Settings that name somebody's own code or a place on the network: this server keeps their defaults. */
export const codeSettings: readonly string[] = [
  'JSON_ENCODER',
  'JWK_URL',
  'USER_AUTHENTICATION_RULE',
  'TOKEN_USER_CLASS',
  'TOKEN_OBTAIN_SERIALIZER',
  'TOKEN_REFRESH_SERIALIZER',
  'TOKEN_VERIFY_SERIALIZER',
  'TOKEN_BLACKLIST_SERIALIZER',
  'SLIDING_TOKEN_OBTAIN_SERIALIZER',
  'SLIDING_TOKEN_REFRESH_SERIALIZER',
  'ON_LOGIN_SUCCESS',
  'ON_LOGIN_FAILED',
]
