/** Does each place where the notes contradict each other, or reality, have its corner, with what is so? ux.md 5. */
import { expect, test } from 'vitest'
import registry from '../../src/algorithms/data/algorithms.json'
import { signatureAlgorithms } from '../../src/algorithms/signatureAlgorithms.ts'
import { registeredClaimNames } from '../../src/claims/claimNames.ts'
import { CATALOGUE } from '../../src/lessons/catalogue.ts'
import { PACKAGE } from '../../src/lessons/boards/djangoProject.ts'
import { plainProse } from '../../src/lessons/readProse.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'

interface Corner {
  where: string
  /** The notes it is about, 0 to 4. */
  notes: number[]
  says: RegExp
  isSo: RegExp
}

const corner = (where: string, notes: number[], says: RegExp, isSo: RegExp): Corner => ({
  where,
  notes,
  says,
  isSo,
})

const CORNERS: Corner[] = [
  corner('meet/2', [1], /leaves out its number/, /RFC 7519/),
  corner('readable/2', [1], /apostrophe/, /three bytes of UTF-8/),
  corner('readable/4', [0, 2], /stay with signed ones/, /five parts instead of three/),
  corner('header/1', [0, 1, 2, 4], /HMAC and RSA, two others ECDSA/, /from HS256 to/),
  corner('header/3', [0, 1, 2, 4], /algorithm that the header names/, /its own settings/),
  corner('claims/1', [0, 2, 4], /not mandatory but recommended/, /refuses a token without exp/),
  corner('claims/1', [0, 2, 4], /names iss, exp, sub and aud/, /There are 7 of them/),
  corner('claims/3', [0, 2, 4], /at will/, /IANA registry/),
  corner('claims/5', [0, 2, 3], /have no iat/, /newest release writes user_id as text/),
  corner('signature/3', [2], /unable to change them/, /make the signature fit/),
  corner('signature/4', [0, 1, 2, 3, 4], /begins with alg/, /another signature/),
  corner('signature/5', [0, 2, 3], /sure of its sender/, /Of its maker, and only with a key pair/),
  corner('why/3', [1], /X\.509/, /private key, which signs, is kept apart/),
  corner('why/4', [0], /logging in/, /neither/),
  corner('carry/1', [0, 3], /backticks/, /as a command/),
  corner('carry/1', [2], /schema/, /scheme/),
  corner('carry/2', [2], /CORS is no issue/, /consent by name/),
  corner('carry/3', [2], /8 KB/, /8,188 bytes.*Any look-up/),
  corner('carry/4', [2], /warns against browser storage.*same note/, /Both cannot be meant/),
  corner('carry/5', [2], /save database queries/, /table of sessions is gone/),
  corner('issuer/2', [4], /legacy-app-auth-5/, /older app/),
  corner('issuer/4', [1, 2], /client-credentials-grant.*\/oauth\/authorize/, /two flows/),
  corner('lifetimes/1', [1, 2], /a token, later that it returns two/, /returns two/),
  corner('lifetimes/1', [2], /another access token/, /59 seconds earlier/),
  corner('lifetimes/2', [0], /likened to a session/, /unless it has a blacklist/),
  corner('lifetimes/3', [0, 3], /all requests/, /Only the access token/),
  corner('django/1', [1, 3], /own urls\.py/, /include\(\)/),
  corner(
    'django/1',
    [1, 2, 4],
    /pip and one with poetry.*underscore/,
    /hyphen, an underscore and a dot/,
  ),
  corner('django/1', [4], /no line above/, /imported first/),
  corner('production/1', [4], /cannot end https/, /--certfile.*8,190 bytes.*8,188/),
  corner('production/1', [1], /as a heading/, /security.*speed/),
  corner('production/1', [4], /SSL/, /TLS/),
  corner('production/4', [3], /may be logged/, /leave it out/),
]

const written = CATALOGUE.flatMap(({ lesson }) =>
  lesson.steps.flatMap((step, index) =>
    (step.notes ?? []).map(({ says, isSo }) => ({
      where: `${lesson.slug}/${index + 1}`,
      says: plainProse(says),
      isSo: plainProse(isSo),
    })),
  ),
)

test.each(CORNERS)('$where: $says', ({ where, says, isSo }) => {
  const found = written.filter((one) => one.where === where && says.test(one.says))
  expect(found).toHaveLength(1)
  expect(found[0]?.isSo).toMatch(isSo)
})

test('no corner stands in a lesson that is not listed here', () => {
  const unknown = written.filter(
    (one) => !CORNERS.some(({ where, says }) => where === one.where && says.test(one.says)),
  )
  expect(unknown).toEqual([])
})

test('the names for signing are those of the registry', () => {
  const names = registry.algorithms.flatMap(({ name, use }) =>
    use === 'JWS alg' && name !== 'none' ? name : [],
  )
  expect(signatureAlgorithms.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
})

test('the package has one name, however its words are joined', () => {
  // PEP 503
  expect('djangorestframework_simplejwt'.replaceAll(/[-_.]+/g, '-').toLowerCase()).toBe(PACKAGE)
})

test('seven names are registered, four of them named in a note', () => {
  expect(registeredClaimNames.size).toBe(7)
  for (const name of ['iss', 'exp', 'sub', 'aud']) expect(registeredClaimNames.has(name)).toBe(true)
})

test('an apostrophe read byte by byte comes out as it stands in the note', () => {
  // in Windows-1252: â is E2, € is 80, ™ is 99
  expect([...writeUtf8('’')]).toEqual([0xe2, 0x80, 0x99])
})

test('the two access tokens of one note are so many seconds apart', () => {
  const returned = 1_545_224_259
  const sent = 1_545_224_200
  expect(returned - sent).toBe(59)
})
