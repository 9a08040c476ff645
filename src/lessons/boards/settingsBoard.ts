/** Which exp does the next login get with the SIMPLE_JWT block as it is typed? behaviour.md 4. */
import { type DjangoReading, readDjangoSettings } from '../../simplejwt/djangoSettings.ts'
import { type TokenReading, readToken } from '../../token/readToken.ts'
import { memberNamed } from '../../token/jsonText.ts'
import { LESSON_LOGIN, logIn } from '../lessonServer.ts'
import type { LessonToken } from '../lessonToken.ts'

export interface SettingsState {
  /** What stands in the box; any text. */
  text: string
}

export const STOCK_BLOCK = `from datetime import timedelta

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=1),
}
`

export interface SettingsView {
  reading: DjangoReading
  /** The access token of a login with these settings, at `login` in unix seconds. */
  token: TokenReading
  login: number
  exp: number
}

/** Logs in at the second in which the lesson’s token was made, where it says so. */
export function viewSettings({ text }: SettingsState, token: LessonToken): SettingsView {
  const reading = readDjangoSettings(text)
  const login = issuedAt(token) ?? LESSON_LOGIN
  const { ACCESS_TOKEN_LIFETIME, REFRESH_TOKEN_LIFETIME } = reading.settings
  const { access } = logIn({ settings: { ACCESS_TOKEN_LIFETIME, REFRESH_TOKEN_LIFETIME } }, login)
  const made = readToken(access)
  return { reading, token: made, login, exp: numberMember(made, 'exp') ?? login }
}

/** Within what a Date can show. */
function issuedAt({ reading }: LessonToken): number | null {
  const iat = numberMember(reading, 'iat')
  return iat !== null && Number.isInteger(iat) && iat >= 0 && iat < 2 ** 33 ? iat : null
}

function numberMember({ payload }: TokenReading, name: string): number | null {
  const value = memberNamed(payload?.json.root ?? null, name)?.value
  return value?.kind === 'number' ? Number(value.spelling) : null
}
