/** Which secrets does everybody know, because documents, tools and defaults print them? RFC 8725 §3.5. */

/** The best known alone, as text; a search through a long list is another matter. */
const PUBLIC_SECRETS: ReadonlySet<string> = new Set([
  'secret',
  'Secret',
  'SECRET',
  'secretkey',
  'secretKey',
  'secret-key',
  'secret_key',
  'mysecret',
  'my-secret',
  'my_secret',
  'mysecretkey',
  'my-secret-key',
  'supersecret',
  'super-secret',
  'topsecret',
  'shhhhh',
  'jwtsecret',
  'jwt-secret',
  'jwt_secret',
  'jwt',
  'token',
  'key',
  'test',
  'changeme',
  'password',
  '123456',
  'your-256-bit-secret',
  'your-384-bit-secret',
  'your-512-bit-secret',
  'a-string-secret-at-least-256-bits-long',
  'a-valid-string-secret-that-is-at-least-384-bits-long',
  'a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long',
])

/** Exactly as it is known: another case or a blank more makes another secret. */
export function isPublicSecret(secret: string): boolean {
  return PUBLIC_SECRETS.has(secret)
}
