/** Which tokens are pasted? Valid HS256 ones of a wanted length, each with a name of its own to look for. */
import { createHmac } from 'node:crypto'

const KINDS = [
  (/** @type {number} */ index) => `value number ${index}`,
  (/** @type {number} */ index) => index * 7919,
  (/** @type {number} */ index) => index % 2 === 0,
]

/**
 * @param {number} length characters wanted; the token is at most a claim shorter
 * @param {string} name stands in the first claim
 */
export function makeToken(length, name) {
  const header = encode({ alg: 'HS256', typ: 'JWT' })
  const bytes = Math.floor(((length - header.length - 45) * 3) / 4)
  const times = '"iat":1900000000,"exp":1900003600'
  let payload = `{"jti":${JSON.stringify(name)},${times}`
  for (let index = 0; ; index += 1) {
    const value = KINDS[index % KINDS.length]?.(index)
    const claim = `,"claim_${index}":${JSON.stringify(value)}`
    if (payload.length + claim.length + 1 > bytes) break
    payload += claim
  }
  const signed = `${header}.${Buffer.from(`${payload}}`).toString('base64url')}`
  return `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`
}

/** @param {object} value */
function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
