/** Does a pasted SIMPLE_JWT block become settings, with each fault at its place, and back? */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDjangoSettings, tellDjangoFault } from '../../src/simplejwt/djangoSettings.ts'
import { DEFAULTS, type Settings } from '../../src/simplejwt/settings.ts'
import { writeDjangoSettings } from '../../src/simplejwt/writeDjangoSettings.ts'

const PASTED = `from datetime import timedelta  # settings.py

SECRET_KEY = "not ours"
SIMPLE_JWT = {
    'ACCESS_TOKEN_LIFETIME': timedelta(minutes=10),   # ten
    "REFRESH_TOKEN_LIFETIME": timedelta(1, seconds=60 * 2),
    "ROTATE_REFRESH_TOKENS": True,
    "LEEWAY": 0.5,
    "SIGNING_KEY": settings.SECRET_KEY,
    "VERIFYING_KEY": None,
    "AUDIENCE": ("web", 'ap' 'p'),
    "ISSUER": None,
    "AUTH_HEADER_TYPES": ("Bearer", "JWT",),
    "AUTH_TOKEN_CLASSES": ("rest_framework_simplejwt.tokens.SlidingToken",),
    "USER_AUTHENTICATION_RULE": "rest_framework_simplejwt.authentication.default_user_authentication_rule",
    "JWK_URL": None,
    "USER_ID_CLAIM": r"a\\b" "\\u00e9",
}
INSTALLED_APPS = [
`

const sentences = (text: string): string[] => readDjangoSettings(text).faults.map(tellDjangoFault)

describe('a pasted block', () => {
  it('is found in a settings file and read over the defaults', () => {
    expect(readDjangoSettings(PASTED)).toEqual({
      settings: {
        ...DEFAULTS,
        ACCESS_TOKEN_LIFETIME: 600,
        REFRESH_TOKEN_LIFETIME: 86_520,
        ROTATE_REFRESH_TOKENS: true,
        LEEWAY: 0.5,
        AUDIENCE: ['web', 'app'],
        AUTH_HEADER_TYPES: ['Bearer', 'JWT'],
        AUTH_TOKEN_CLASSES: ['SlidingToken'],
        USER_ID_CLAIM: 'a\\b\u00e9',
      },
      given: [
        'ACCESS_TOKEN_LIFETIME',
        'REFRESH_TOKEN_LIFETIME',
        'ROTATE_REFRESH_TOKENS',
        'LEEWAY',
        'SIGNING_KEY',
        'VERIFYING_KEY',
        'AUDIENCE',
        'ISSUER',
        'AUTH_HEADER_TYPES',
        'AUTH_TOKEN_CLASSES',
        'USER_ID_CLAIM',
      ],
      faults: [],
    })
  })

  it('may be the braces alone, and brackets around one text are no tuple', () => {
    const { settings, faults } = readDjangoSettings(
      '{"AUTH_HEADER_TYPES": ("JWT"), "LEEWAY": timedelta(seconds=-5)}',
    )
    expect(settings.AUTH_HEADER_TYPES).toEqual(['JWT'])
    expect(settings.LEEWAY).toBe(-5)
    expect(faults).toEqual([])
  })

  it.each([
    ['', 'There is no SIMPLE_JWT = {…} in this text. Paste the block with its braces.'],
    ['{\n  "ROTATE": True}', 'Line 2, column 3: SimpleJWT has no setting ROTATE. It was left out.'],
    [
      '{"LEEWAY": True}',
      'Line 1, column 12: LEEWAY needs a number of seconds or timedelta(…). It keeps its default.',
    ],
    [
      '{"ACCESS_TOKEN_LIFETIME": 300}',
      'Line 1, column 27: ACCESS_TOKEN_LIFETIME needs timedelta(…) with numbers. It keeps its default.',
    ],
    [
      '{"SIGNING_KEY": os.environ["KEY"]}',
      'Line 1, column 17: what os.environ stands for is not in this text. SIGNING_KEY keeps its default.',
    ],
    [
      '{"SIGNING_KEY": env("KEY")}',
      'Line 1, column 17: what env stands for is not in this text. SIGNING_KEY keeps its default.',
    ],
    [
      '{"SIGNING_KEY": open("key.pem").read()}',
      'Line 1, column 17: what open stands for is not in this text. SIGNING_KEY keeps its default.',
    ],
    [
      '{"ACCESS_TOKEN_LIFETIME": timedelta(minutes=MINUTES * 2)}',
      'Line 1, column 27: ACCESS_TOKEN_LIFETIME needs timedelta(…) with numbers. It keeps its default.',
    ],
    [
      '{"JSON_ENCODER": "shop.Encoder"}',
      'Line 1, column 18: JSON_ENCODER names code that this page does not run. The default is used.',
    ],
    [
      '{LEEWAY: 5}',
      'Line 1, column 2: the name of a setting has to stand in quotes. It was left out.',
    ],
    [
      '{"ISSUER": "me\n}',
      'Line 1, column 15: expected a closing ‘"’, found the end of the line. What comes before it was taken.',
    ],
    [
      '{"LEEWAY": 1',
      'Line 1, column 13: expected ‘,’, found the end of the text. What comes before it was taken.',
    ],
  ])('%s', (text, sentence) => {
    expect(sentences(text)[0]).toBe(sentence)
  })

  it('keeps what stands before a fault', () => {
    const { settings, faults } = readDjangoSettings('{"LEEWAY": 7, "ISSUER": lambda: 1}')
    expect(settings.LEEWAY).toBe(7)
    expect(faults).toHaveLength(1)
  })

  it('whatever the text, it is read without running or falling over', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      '"',
      "'",
      ',',
      ':',
      '-',
      '*',
      '1',
      'x',
      '"LEEWAY"',
      '\\',
      '#',
      '\n',
      '"""',
      'timedelta(',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { settings } = readDjangoSettings(`SIMPLE_JWT = {${pieces.join('')}`)
        expect(Number.isFinite(settings.LEEWAY)).toBe(true)
      }),
    )
  })

  it('a hundred thousand brackets are a fault, not the end of the stack', () => {
    expect(sentences(`{"LEEWAY": ${'('.repeat(100_000)}`)[0]).toContain('fewer brackets')
  })
})

describe('settings written for Django', () => {
  it('name what differs from the defaults', () => {
    const settings: Settings = {
      ...DEFAULTS,
      ACCESS_TOKEN_LIFETIME: 5400,
      BLACKLIST_AFTER_ROTATION: true,
      AUTH_TOKEN_CLASSES: ['SlidingToken'],
      JTI_CLAIM: null,
    }
    expect(writeDjangoSettings(settings)).toBe(`from datetime import timedelta

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=90),
    "BLACKLIST_AFTER_ROTATION": True,
    "AUTH_TOKEN_CLASSES": ["rest_framework_simplejwt.tokens.SlidingToken"],
    "JTI_CLAIM": None,
}
`)
    expect(writeDjangoSettings(DEFAULTS)).toBe('SIMPLE_JWT = {\n}\n')
  })

  it('are read back as they were', () => {
    const seconds = fc.integer({ min: -1e6, max: 1e9 }).map((milliseconds) => milliseconds / 1000)
    const changes = fc.record({
      ACCESS_TOKEN_LIFETIME: seconds,
      LEEWAY: seconds,
      ISSUER: fc.option(fc.string({ unit: 'grapheme' })),
      AUDIENCE: fc.oneof(fc.constant(null), fc.string(), fc.array(fc.string(), { maxLength: 3 })),
      CHECK_USER_IS_ACTIVE: fc.boolean(),
      USER_ID_CLAIM: fc.string({ unit: 'binary' }),
    })
    fc.assert(
      fc.property(changes, (changed) => {
        const settings = { ...DEFAULTS, ...changed }
        const reading = readDjangoSettings(writeDjangoSettings(settings))
        expect(reading).toMatchObject({ settings, faults: [] })
      }),
    )
  })
})
