/** What does the page have to say of each hostile input? Written by hand from `must` and `mustNot` of hostile-inputs.json. */
import type { RungState } from './lens.ts'

export interface Expected {
  /** In the headline, once the key of the case is typed. */
  headline: string | RegExp
  /** Form, Signature, Key, Time; nothing is expected, so Policy is never checked. */
  rungs: readonly [RungState, RungState, RungState, RungState]
  /** In the line above the token. */
  intake?: string
  /** Somewhere on the page, word for word. */
  says?: readonly string[]
  /** Nowhere on the page. */
  never?: readonly (string | RegExp)[]
  /** What the page quotes of the token in words that are forbidden to its own sentences. */
  quotes?: RegExp
  /** In the panes, as far as they matter. */
  header?: string | RegExp
  payload?: string | RegExp
}

const UNSIGNED = ['pass', 'fail', 'not checked', 'warning'] as const
const NO_KEY = ['pass', 'not checked', 'not checked', 'warning'] as const
const MISMATCH = ['pass', 'fail', 'not checked', 'warning'] as const
const UNUSABLE_KEY = ['pass', 'not checked', 'fail', 'warning'] as const
const WEAK_KEY = ['pass', 'pass', 'warning', 'warning'] as const
const VERIFIED = ['pass', 'pass', 'pass', 'warning'] as const
const LOOSE_FORM = ['warning', 'pass', 'pass', 'warning'] as const
const MESSAGE = ['warning', 'pass', 'pass', 'not checked'] as const
const SEALED = ['pass', 'not checked', 'not checked', 'not checked'] as const

const NOT_VERIFIED = 'Decoded, not verified. Add a key to check who made it.'
const NO_MATCH =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'
const SHARED_KEY =
  'Encrypted token (JWE), dir. Encrypted token. Its claims are hidden; only a holder of the shared key can read them.'

/** As if nothing had to be said beside it. */
const PLAINLY_VALID = /Signature valid[:.]/

const caseVariant = (alg: string): Expected => ({
  headline: `Token for 1234567890, ${alg}. Not signed (alg: ${alg}). Anyone can write this token. A server must refuse it. Spelling none in other letters is a known way past careless checks.`,
  rungs: UNSIGNED,
  says: [`alg is ${alg}: nothing is signed`],
  header: `"alg": "${alg}"`,
})

const notAnObject = (kind: string, payload: string | RegExp): Expected => ({
  headline:
    'Signed message, HS256. Signature valid, but the payload is JSON without being an object, so this is a signed message, not a JWT.',
  rungs: MESSAGE,
  says: [
    `Payload is JSON, but not an object (${kind}). The claims of a JWT are one JSON object in { }.`,
    'No claims to read.',
  ],
  payload,
})

export const HOSTILE: Readonly<Record<string, Expected>> = {
  'alg-none': {
    headline:
      'Token for 1234567890, none. Not signed (alg: none). Anyone can write this token. A server must refuse it.',
    rungs: UNSIGNED,
    says: ['Nothing is signed, so there is nothing to verify.'],
  },
  'alg-none-None': caseVariant('None'),
  'alg-none-NONE': caseVariant('NONE'),
  'alg-none-nOnE': caseVariant('nOnE'),
  'alg-none-with-signature': {
    headline:
      'alg is none, yet there is a third part. The standard wants it empty: a server must refuse this token, and nobody vouches for its claims.',
    rungs: UNSIGNED,
    says: ['alg is none: the third part must be empty'],
  },
  'alg-confusion-rs-hs': {
    headline:
      'Stop: HS256 with a public key. If a server does this, anyone can forge tokens. It is called algorithm confusion.',
    rungs: UNUSABLE_KEY,
    says: ['a public key is no secret, so it cannot be the HMAC key'],
  },
  'psychic-es256': {
    headline:
      'Signature does not match. It is all zeros, a known forgery that broken libraries accept (CVE-2022-21449).',
    rungs: MISMATCH,
  },
  'es256-der': {
    headline: /Signature is 70 bytes; ES256 always makes 64\..* DER/,
    rungs: MISMATCH,
    says: ['It starts with 0x30 and looks DER-encoded; a token wants R and S as 64 raw bytes.'],
  },
  'null-signature': {
    headline:
      'Signature missing. The header promises HS256 but nothing follows the second dot. It never expires',
    rungs: MISMATCH,
    never: ['Not signed', 'Nothing is signed'],
  },
  'two-parts': {
    headline:
      'Only 2 of 3 parts. There is no signature to check; the parts that are here are read.',
    rungs: ['fail', 'not checked', 'not checked', 'warning'],
    says: [
      'Only 2 of 3 parts. The second dot is missing after character 128. Copy the token again to its end; logs often cut long lines.',
    ],
    header: /"alg": "HS256"/,
    payload: /"name": "John Doe"/,
  },
  'blank-secret': {
    headline:
      'Decoded, not verified. It was signed with an empty secret (0 bytes): anyone can forge it.',
    rungs: NO_KEY,
  },
  'hs256-weak-secret': {
    headline:
      'Signature valid, but the secret is 6 bytes. HS256 needs at least 32; this one can be guessed.',
    rungs: WEAK_KEY,
    says: [
      'Everybody knows this secret. It stands in public lists of leaked secrets, which attackers try first. Make a random one.',
    ],
    never: [PLAINLY_VALID],
  },
  'ps-labelled-rs': { headline: 'Signature does not match.', rungs: MISMATCH },
  'es256-with-p384-key': {
    headline: 'ES256 needs an EC public key on P-256; this is an EC key (P-384).',
    rungs: UNUSABLE_KEY,
    says: ['EC P-384 given, EC P-256 needed'],
    never: ['does not match', 'DOMException', 'invalid'],
  },
  'alg-unknown': {
    headline:
      'Unknown algorithm ‘XX999’. No standard this page knows has that name. Decoding still works.',
    rungs: NO_KEY,
    header: /"alg": "XX999"/,
    payload: /"name": "John Doe"/,
  },
  'embedded-jwk': {
    headline: NOT_VERIFIED,
    rungs: NO_KEY,
    says: [
      'Whoever wrote the token chose it, so it proves nothing about the issuer.',
      'The header brings its own key (jwk).',
    ],
  },
  'embedded-jwk-oct': {
    headline: NOT_VERIFIED,
    rungs: NO_KEY,
    says: [
      'The header holds a secret key in clear (jwk). RFC 7515 section 4.1.3 allows only a public key there. Whoever has this token can sign others like it: stop using that key.',
    ],
  },
  'jku-attacker': {
    headline: NOT_VERIFIED,
    rungs: NO_KEY,
    says: [
      'The header names an address for its key (jku): https://attacker.example/.well-known/jwks.json. This page never fetches it. Get the issuer’s key from a place you trust.',
      'The sender chose it. This page never fetches it; a server must not follow addresses it does not know.',
    ],
  },
  'x5c-expired-selfsigned': {
    headline: NOT_VERIFIED,
    rungs: NO_KEY,
    says: [
      'Certificate of ‘CN=expired.example’, issued by ‘CN=expired.example’. It issued itself (self-signed). It expired on 2020-01-01 00:00:00 UTC. Its chain is not checked against any trust store.',
    ],
    never: ['trusted'],
  },
  'kid-traversal': {
    headline:
      'Decoded, not verified. It was signed with an empty secret (0 bytes): anyone can forge it.',
    rungs: NO_KEY,
    says: [
      'The kid looks like a path: ‘../../../../../../dev/null’. A server that uses it as a file name takes its key from a file that the sender chose.',
    ],
    header: '"kid": "../../../../../../dev/null"',
  },
  'kid-sqli': {
    headline: NO_MATCH,
    rungs: MISMATCH,
    says: [
      "The kid looks like SQL: ‘zzz' UNION SELECT 'attacker_key'--’. A server that puts it into a query as it is lets the sender choose the key.",
    ],
    header: '"kid": "zzz\' UNION SELECT \'attacker_key\'--"',
  },
  'crit-unknown': {
    headline:
      'The header marks ‘http://example.invalid/UNDEFINED’ as critical and this page doesn’t process it, so the rules say: refuse.',
    rungs: MISMATCH,
  },
  'crit-empty': {
    headline: 'The header’s crit must not be empty, so the rules say: refuse.',
    rungs: MISMATCH,
    says: ['crit is an empty list'],
  },
  'b64-false-no-crit': {
    headline: 'The header sets b64 to false without listing it in crit, so the rules say: refuse.',
    rungs: ['fail', 'fail', 'not checked', 'not checked'],
    says: [
      'RFC 7797 section 6 forbids that, because a reader that does not know b64 would check other bytes.',
    ],
    payload: 'raw-text',
  },
  padding: {
    headline: 'Token for pad, HS256. Signature valid.',
    rungs: LOOSE_FORM,
    intake: 'Decoded, but uses =: that is base64, not base64url.',
    says: [
      'Payload ends in padding. Found ‘=’ at character 56. A strict server refuses this; the issuer must leave = out before signing, for the signature covers it.',
    ],
    payload: /"sub": "pad"/,
    never: ['does not match'],
  },
  'std-base64-alphabet': {
    headline: 'Signature valid.',
    rungs: LOOSE_FORM,
    intake: 'Decoded, but uses + and /: that is base64, not base64url.',
    says: [
      'Payload is base64, not base64url. Found ‘/’ at character 48. A strict server refuses this; replace + with - and / with _, and drop =.',
    ],
  },
  'trailing-bits-signature': {
    headline: 'Signature valid.',
    rungs: LOOSE_FORM,
    says: [
      'Signature has stray bits in its last character. Character 172 has 2 bits that carry nothing: this is why changing it still verifies.',
    ],
  },
  'bad-char': {
    headline: NO_MATCH,
    rungs: ['fail', 'fail', 'not checked', 'not checked'],
    says: [
      'Character 48 (‘!’) can’t be in a token. Base64url uses A–Z a–z 0–9 - _ only; the payload is read up to there.',
    ],
    header: /"alg": "HS256"/,
    payload: /^\{"sub":$/,
  },
  'whitespace-wrapped': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Removed 2 line breaks and 4 spaces that can’t be part of a token.',
  },
  'zero-width': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Removed U+200B at character 50 that can’t be part of a token.',
  },
  'bearer-prefix': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Found in an Authorization header (scheme: Bearer).',
    never: ['isn’t JSON'],
  },
  'auth-header': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Found in an Authorization header (scheme: Bearer).',
  },
  quoted: {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Removed 2 quotes and 1 comma that can’t be part of a token.',
  },
  'url-encoded': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Decoded 2 %2E to dots.',
  },
  'two-tokens': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'Found 2 tokens. Choose one.',
  },
  'four-parts': {
    headline: '4 parts. A signed token has 3 and an encrypted one 5, so there is nothing to check.',
    rungs: ['fail', 'not checked', 'not checked', 'warning'],
    says: ['4 parts: neither a signed token (3) nor an encrypted one (5).'],
    header: /"alg": "HS256"/,
  },
  'five-parts-garbage': {
    headline:
      'Five parts, as an encrypted token (JWE) has them. The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    rungs: ['fail', 'not checked', 'not checked', 'not checked'],
    says: ['Header isn’t JSON. Expected a value at byte 1, found ‘h’ (‘hello’).'],
    header: 'hello',
  },
  'dots-only': {
    headline: 'The header can’t be read.',
    rungs: ['fail', 'not checked', 'not checked', 'not checked'],
    says: [
      'The header is empty. Nothing stands before the first dot. Copy the token again from its first character.',
    ],
  },
  'empty-payload': {
    headline:
      'Signed message, HS256. Signature valid, but the payload is empty (0 bytes), so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: [
      'The payload is empty (0 bytes). Either its content travels apart from the token (detached), or it was lost.',
    ],
    never: ['isn’t JSON'],
  },
  'empty-input': {
    headline: 'Paste a token to begin. Nothing you paste leaves this tab.',
    rungs: ['not checked', 'not checked', 'not checked', 'not checked'],
    never: ['can’t be read', 'No token found'],
  },
  'payload-text': {
    headline:
      'Signature valid, but the payload isn’t JSON, so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: ['A signed message may carry any text, but then it is not a JWT.'],
    payload: 'Payload',
  },
  'payload-binary': {
    headline:
      'Signature valid, but the payload isn’t JSON, so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: [
      'Payload isn’t UTF-8 text at byte 2 (0xA1 0xF0). It may be other data than text; then this is a signed message, not a JWT.',
      '32 bytes, shown as hex',
    ],
    payload: /^0000 +51 A1 F0 5A/,
    never: ['\uFFFD'],
  },
  'payload-json-array': notAnObject('an array', /^\[\s*1,\s*2,\s*3\s*\]$/),
  'payload-json-string': notAnObject('a string', '"just a string"'),
  'payload-json-number': notAnObject('a number', '42'),
  'payload-json-null': notAnObject('null', 'null'),
  'duplicate-claims': {
    headline: 'Token for a, HS256. Signature valid.',
    rungs: LOOSE_FORM,
    says: [
      '‘admin’ appears twice in the payload (bytes 12 and 40). Parsers disagree on which wins. Fix the issuer.',
      'The same name comes again further on',
    ],
    payload: /"admin": false,[^]*"admin": true/,
  },
  'proto-claim': {
    headline: 'Signature valid: this key signed exactly these bytes (HS256).',
    rungs: ['pass', 'pass', 'pass', 'pass'],
    says: ['{"admin":true,"polluted":"yes"}', '2 members: admin and polluted.'],
    payload: /"__proto__": \{/,
  },
  'bigint-claim': {
    headline: 'Token for a, HS256. Signature valid.',
    rungs: VERIFIED,
    says: ['the number 9007199254740993', 'the number 12345678901234567890123'],
    payload: /"id": 9007199254740993,\s*"big": 12345678901234567890123/,
    never: ['9007199254740992', 'e+22'],
  },
  'exp-string': {
    headline:
      'Signature valid. exp is text, not a number. "1300819380" spells 2011-03-22 18:43:00 UTC, yet strict readers refuse text here. Drop the quotes.',
    rungs: VERIFIED,
  },
  'exp-ms': {
    headline:
      'Signature valid. exp looks like milliseconds. 1300819380000 is the year 43191 in seconds. Divide by 1000: 2011-03-22 18:43:00 UTC.',
    rungs: VERIFIED,
  },
  'exp-float': {
    headline:
      /Signature valid, but expired \d+ years? .*ago \(2011-03-22 18:43:00\.750 UTC\)\. A server should refuse it\./,
    rungs: ['pass', 'pass', 'pass', 'fail'],
  },
  'exp-negative': {
    headline: /Signature valid, but expired \d+ years? .*ago \(1969-12-31 23:59:59 UTC\)\./,
    rungs: ['pass', 'pass', 'pass', 'fail'],
  },
  'exp-1e308': {
    headline:
      'Signature valid. exp is too large for a date. 1e308 seconds lead to no date on any calendar.',
    rungs: VERIFIED,
    payload: /"exp": 1e308/,
  },
  'exp-zero': {
    headline: /Signature valid, but expired \d+ years? .*ago \(1970-01-01 00:00:00 UTC\)\./,
    rungs: ['pass', 'pass', 'pass', 'fail'],
  },
  'exp-nan': {
    headline:
      'Signature valid, but the payload isn’t JSON, so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: [
      'Payload isn’t JSON. Expected a value at byte 18, found ‘N’',
      'JSON has no NaN, Infinity or undefined; write null or leave the claim out.',
    ],
    payload: '{"sub":"a","exp":NaN}',
    quotes: /NaN(?:, Infinity or undefined)?/g,
  },
  bom: {
    headline: 'Token for bom, HS256. Signature valid.',
    rungs: LOOSE_FORM,
    says: [
      'Payload starts with a byte order mark (U+FEFF). JSON must not start with one, and many parsers stop there.',
    ],
    never: ['Unexpected token'],
  },
  'invalid-utf8': {
    headline: 'Token for ‘\uFFFD\uFFFD’, HS256. Signature valid.',
    rungs: LOOSE_FORM,
    says: ['Payload isn’t UTF-8 text at byte 9 (0xFF 0xFE).', '12 bytes, shown as hex'],
    payload: /FF FE 22 7D/,
  },
  'lone-surrogate': {
    headline: 'Token for aU+D800b, HS256. Signature valid.',
    rungs: VERIFIED,
    says: ['"aU+D800b"'],
    payload: '"sub": "a\\ud800b"',
  },
  'trailing-comma': {
    headline:
      'Signature valid, but the payload isn’t JSON, so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: ['Expected ‘"’ at byte 13, found ‘/’', 'JSON has no comments; take it out.'],
    payload: '{"sub":"a", /* note */ "x":1,}',
  },
  'deep-nesting-100k': {
    headline: 'so this is a signed message, not a JWT.',
    rungs: MESSAGE,
    says: ['200,000 bytes, shown as it is: 100,000 levels are too deep to lay out'],
    payload: /^\[{1000}/,
  },
  'payload-10mb': {
    headline: 'Token that names nobody, HS256. Signature valid.',
    rungs: VERIFIED,
    says: ['10,485,770 bytes, only the beginning is shown', '10,485,760 characters'],
  },
  'long-claim-100k': {
    headline: 'Token that names nobody, HS256. Signature valid.',
    rungs: VERIFIED,
    says: ['100,000 characters'],
  },
  'xss-claims': {
    headline: 'Token for ‘<img src=x onerror="window.__xss=1">’, HS256. Signature valid.',
    rungs: VERIFIED,
    says: [
      '<script>window.__xss=2</script>',
      '"\\"><svg/onload=window.__xss=3>"',
      "‘';window.__xss=4;//’",
    ],
  },
  'xss-header': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    header: '"<iframe srcdoc=\\"<script>parent.__xss=5</script>\\">"',
  },
  'bidi-override': {
    headline: 'Token for userU+202Enimda, HS256. Signature valid.',
    rungs: VERIFIED,
    says: ['The payload holds an invisible mark (U+202E). It can make text look other than it is.'],
    payload: /user⟨U\+202E⟩nimda[^]*guest⟨U\+202E⟩⟨U\+2066⟩/,
    never: [/[\u202a-\u202e\u2066-\u2069]/],
  },
  'rsa-512': {
    headline:
      'Signature valid, but the RSA key is 512 bits. RS256 needs 2048 bits or larger; a key this small can be broken.',
    rungs: WEAK_KEY,
    never: [PLAINLY_VALID],
  },
  'rsa-1024': {
    headline:
      'Signature valid, but the RSA key is 1024 bits. RS256 needs 2048 bits or larger; a key this small can be broken.',
    rungs: WEAK_KEY,
    never: [PLAINLY_VALID],
  },
  'ec-off-curve': {
    headline:
      'Can’t use this key: its point is not on the curve P-256, so it is no P-256 key at all.',
    rungs: UNUSABLE_KEY,
    never: ['DataError', 'does not match'],
  },
  'jwk-use-enc': {
    headline:
      'Signature valid, but the key says it is not for signatures (use: enc). It is marked for encryption.',
    rungs: WEAK_KEY,
    never: [PLAINLY_VALID],
  },
  'jwks-no-kid-match': {
    headline: 'No key ‘2026-key’ in this key set (it has: a, b).',
    rungs: UNUSABLE_KEY,
    never: ['does not match'],
  },
  'secret-base64-ambiguity': {
    headline: `${NO_MATCH} Close: it matches if the secret is read as base64.`,
    rungs: MISMATCH,
  },
  'pbes2-huge-p2c': {
    headline:
      'Refused at once: p2c 2147483647 is over the limit of 1,000,000 rounds. A count that high only keeps its reader busy; nothing was computed.',
    rungs: SEALED,
  },
  'zip-bomb': {
    headline:
      'Not opened: unpacking stopped at 1,000,000 bytes, the most this page inflates. A small token that grows so large is likely an attack (zip bomb).',
    rungs: SEALED,
    payload: /^$/,
  },
  'jwe-tampered-tag': {
    headline: 'Authentication failed: either this is the wrong key, or the token was altered.',
    rungs: ['pass', 'fail', 'not checked', 'not checked'],
    payload: /^$/,
    never: ['John'],
  },
  'jwe-good': {
    headline:
      'Token for 1234567890, encrypted, dir. Decrypted: this key opens it (dir, A256GCM). Decryption with a shared key is not a signature: any holder could have made it.',
    rungs: VERIFIED,
    payload: /"name": "John Doe"/,
  },
  'nested-jwt': {
    headline: 'Decrypted: this key opens it (dir, A256GCM).',
    rungs: ['pass', 'pass', 'pass', 'not checked'],
    says: ['The payload is itself a token.'],
  },
  'ecdh-epk-off-curve': {
    headline:
      'The ephemeral key (epk) is not a valid P-256 point. A server that computes with it gives its private key away bit by bit (invalid curve attack), so it must refuse this token.',
    rungs: ['pass', 'fail', 'not checked', 'not checked'],
    says: ['That is a private key. It is used here to open the token, and nothing is kept.'],
    never: ['public half'],
  },
  'jwe-no-key': {
    headline: SHARED_KEY,
    rungs: SEALED,
    intake: 'Encrypted token (JWE). Only its header can be read without its key.',
    says: ['Header', 'Key', 'IV', 'Ciphertext', 'Tag'],
    header: /"enc": "A256GCM"/,
    never: ['invalid', 'isn’t JSON'],
  },
  'json-flattened': {
    headline: 'Token for 1234567890, HS256. Signature valid.',
    rungs: VERIFIED,
    intake: 'JWS in JSON form, 1 signature.',
  },
  'json-general-mixed': {
    headline: 'Token for 1234567890, HS256, signature 1 of 2. Signature valid.',
    rungs: VERIFIED,
    intake: 'JWS in JSON form, 2 signatures. Showing the first.',
    says: ['JSON form, signature 1 of 2'],
  },
  expired: {
    headline:
      /Signature valid, but expired \d+ years? .*ago \(2011-03-22 18:43:00 UTC\)\. A server should refuse it\./,
    rungs: ['pass', 'pass', 'pass', 'fail'],
  },
  'nbf-future': {
    headline:
      /Signature valid, but not usable yet\. It starts in .* \(nbf 2100-01-01 00:00:00 UTC\)\./,
    rungs: ['pass', 'pass', 'pass', 'fail'],
  },
}
