/** Does each of the twenty numbers say what its message says? ux.md 7.2. */
import { expect, test } from 'vitest'
import { loadReference } from '../../src/reference/library.ts'
import { numberedMessages } from '../../src/reference/numbered.ts'

const messages = numberedMessages()
const toldBy = (id: string): string => {
  const { lead = '', rest = '' } = messages.find((message) => message.id === id) ?? {}
  return `${lead} ${rest}`
}

test('there are twenty, E01 to E20', () => {
  const wanted = Array.from({ length: 20 }, (_, index) => `E${`${index + 1}`.padStart(2, '0')}`)
  expect(messages.map(({ id }) => id)).toEqual(wanted)
})

test.each([
  ['E01', /^No token found\. These 42 characters contain no xxxxx\.yyyyy\.zzzzz pattern\./],
  ['E02', /^Only 2 of 3 parts\..*character 161/],
  ['E03', /^Character 41 \(‘%’\) can’t be in a token\..*A–Z a–z 0–9 - _/],
  ['E04', /base64, not base64url/],
  ['E05', /^Header isn’t JSON\..*byte 10/],
  ['E06', /^Payload length can’t be right\. 125 characters/],
  ['E07', /UTF-8.*byte 64.*0xC3 0x28/],
  ['E08', /exp.*appears twice.*bytes 24 and 93/],
  ['E09', /^The third part is empty but alg is HS256\. .*someone stripped the signature\./],
  [
    'E10',
    /^Signature does not match this secret, read as text \(12 bytes\)\. We also tried base64 and hex: no match\. Check/,
  ],
  [
    'E11',
    /^Wrong kind of key for RS256\. It needs an RSA public key; you gave an EC key \(P-256\)\. Ask .*kty: RSA\./,
  ],
  ['E12', /^That is a private key\. We used only its public half/],
  [
    'E13',
    /^PEM block has no END line\. It starts on line 1 with BEGIN PUBLIC KEY and stops on line 6\. Copy/,
  ],
  ['E14', /^exp looks like milliseconds\. 1545224259000 .* 2018-12-19 12:57:39 UTC/],
  [
    'E15',
    /^Expired 3 minutes 20 seconds ago.*2018-12-19 12:57:39 UTC.*POST the refresh token to \/api\/token\/refresh\//,
  ],
  ['E16', /^This is a refresh token\. .*Token has wrong type/],
  ['E17', /`Authorization: Bearer` has 3 words\. .*exactly two.*character 52/],
  ['E18', /^8,213 characters is too big for one header\. .*8,166.*perms.*7,890/],
  ['E19', /without HTTPS.*https:\/\/ or localhost/],
  ['E20', /sampel\. Did you mean sample\? The rest of it was applied\.$/],
])('%s is told as it is on the page', (id, told) => {
  expect(toldBy(id)).toMatch(told)
})

test('each has a page of its own that says where it is said', async () => {
  const pages = (await loadReference()).filter(({ section }) => section === 'error')
  expect(pages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id))
  for (const { title, facts } of pages) {
    expect(title).toMatch(/^E\d\d: \S/)
    expect(facts.map(({ text }) => text).join()).toMatch(/\.$/)
  }
})
