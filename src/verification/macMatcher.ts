/** Which of very many secrets made this MAC, asked as fast as a browser can? RFC 2104, FIPS 180-4 §6.2. */
import type { HashName } from '../algorithms/algorithm.ts'
import { isMac } from './hmac.ts'

/** Bytes of a SHA-256 block, and the rounds that each block is stirred in. */
const BLOCK = 64
const ROUNDS = 64
const WORDS = BLOCK / 4
const DIGEST_WORDS = 8

/**
 * A function that tells whether a secret makes `mac` over `input`. For SHA-256 the input is scheduled once, for all
 * secrets; a hit is confirmed by the library before it counts. The function keeps no secret.
 */
export function makeMacMatcher(
  hash: HashName,
  input: Uint8Array,
  mac: Uint8Array,
): (secret: Uint8Array) => boolean {
  const isMade = (secret: Uint8Array): boolean => isMac(hash, secret, input, mac)
  if (hash !== 'SHA-256' || mac.length !== DIGEST_WORDS * 4) return isMade
  const first = new DataView(mac.buffer, mac.byteOffset).getInt32(0)
  const blocks = scheduleMessage(input)
  const words = new Int32Array(WORDS)
  const schedule = new Int32Array(ROUNDS)
  const inner = new Int32Array(DIGEST_WORDS)
  const outer = new Int32Array(DIGEST_WORDS)
  const takeKey = (secret: Uint8Array, pad: number, state: Int32Array): void => {
    fillKey(words, secret, pad)
    expand(words, schedule, 0)
    state.set(START)
    compress(state, schedule, 0)
  }
  return (secret) => {
    // a key longer than a block is hashed first; few secrets are, so the library does it
    if (secret.length > BLOCK) return isMade(secret)
    takeKey(secret, INNER_PAD, inner)
    for (let at = 0; at < blocks.length; at += ROUNDS) compress(inner, blocks, at)
    takeKey(secret, OUTER_PAD, outer)
    words.fill(0)
    words.set(inner)
    words[DIGEST_WORDS] = END_MARK
    words[WORDS - 1] = (BLOCK + DIGEST_WORDS * 4) * 8
    expand(words, schedule, 0)
    compress(outer, schedule, 0)
    return outer[0] === first && isMade(secret)
  }
}

const INNER_PAD = 0x36
const OUTER_PAD = 0x5c
/** The one bit after the message. */
const END_MARK = 0x80 << 24

/** The padded key as words. */
function fillKey(words: Int32Array, secret: Uint8Array, pad: number): void {
  words.fill(pad * 0x01010101)
  for (let i = 0; i < secret.length; i++)
    words[i >> 2] = (words[i >> 2] ?? 0) ^ ((secret[i] ?? 0) << (24 - 8 * (i & 3)))
}

/** What follows the key's block: the message, its end mark and its length, scheduled for all its rounds. */
function scheduleMessage(input: Uint8Array): Int32Array {
  const count = Math.ceil((input.length + 9) / BLOCK)
  const padded = new Uint8Array(count * BLOCK)
  padded.set(input)
  padded[input.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(BLOCK + input.length) * 8n)
  const blocks = new Int32Array(count * ROUNDS)
  const words = new Int32Array(WORDS)
  for (let block = 0; block < count; block++) {
    for (let i = 0; i < WORDS; i++) words[i] = view.getInt32(block * BLOCK + 4 * i)
    expand(words, blocks, block * ROUNDS)
  }
  return blocks
}

/** The message schedule of one block, each word with its round’s constant added. FIPS 180-4 §6.2.2, step 1. */
function expand(words: Int32Array, schedule: Int32Array, at: number): void {
  for (let i = 0; i < WORDS; i++) drawn[i] = words[i] ?? 0
  for (let i = WORDS; i < ROUNDS; i++) {
    const near = drawn[i - 2] ?? 0
    const far = drawn[i - 15] ?? 0
    const low = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10)
    const high = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3)
    drawn[i] = (low + (drawn[i - 7] ?? 0) + high + (drawn[i - 16] ?? 0)) | 0
  }
  for (let i = 0; i < ROUNDS; i++) schedule[at + i] = ((drawn[i] ?? 0) + (CONSTANTS[i] ?? 0)) | 0
}

const drawn = new Int32Array(ROUNDS)

/** The rounds of one block. FIPS 180-4 §6.2.2, steps 2 to 4. */
function compress(state: Int32Array, schedule: Int32Array, at: number): void {
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let i = 0; i < ROUNDS; i++) {
    const mixedE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const taken = (h + mixedE + (g ^ (e & (f ^ g))) + (schedule[at + i] ?? 0)) | 0
    const mixedA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const most = (a & b) | (c & (a | b))
    h = g
    g = f
    f = e
    e = (d + taken) | 0
    d = c
    c = b
    b = a
    a = (taken + mixedA + most) | 0
  }
  state[0] = ((state[0] ?? 0) + a) | 0
  state[1] = ((state[1] ?? 0) + b) | 0
  state[2] = ((state[2] ?? 0) + c) | 0
  state[3] = ((state[3] ?? 0) + d) | 0
  state[4] = ((state[4] ?? 0) + e) | 0
  state[5] = ((state[5] ?? 0) + f) | 0
  state[6] = ((state[6] ?? 0) + g) | 0
  state[7] = ((state[7] ?? 0) + h) | 0
}

/** The first 32 bits after the point, of roots of primes. FIPS 180-4 §4.2.2, §5.3.3. */
const fractionOf = (root: number): number => ((root % 1) * 2 ** 32) | 0

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++)
    if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

const PRIMES = firstPrimes(ROUNDS)
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionOf(Math.cbrt(prime)))
const START = Int32Array.from(PRIMES.slice(0, DIGEST_WORDS), (prime) =>
  fractionOf(Math.sqrt(prime)),
)
