/** Which school grade does a text ask for? Flesch–Kincaid grade level (Kincaid et al. 1975). */
import { plainProse, readProse } from '../../src/lessons/readProse.ts'
import type { Prose } from '../../src/lessons/lesson.ts'

/** Words of the trade: the lessons are there to teach them, so their length is not held against a sentence. */
const TRADE =
  /^(?:signatures?|headers?|payloads?|tokens?|secrets?|servers?|algorithms?|json|encrypt(?:ed|s|ion)?|verif(?:y|ies|ied)|issuers?|audience|authorization|authorize|permissions?|certificates?|refresh(?:es|ed)?|access|session|expir(?:e|es|ed|y)|lifetimes?|rotation|rotate[sd]?|blacklist(?:ed|s)?|django|gunicorn|nginx|application|settings|database|registered|public|private|characters?|standard|integrity|identity)$/i

/** Names from code and addresses, read letter by letter as well. */
const NAME = /[a-z][A-Z]|\w[._/]\w/

/** Syllables of an English word, by its groups of vowels; a silent e at the end does not count. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (bare.length <= 3) return 1
  const spoken = bare
    .replace(/(?:(?<=[^laeiouycsxz])es|(?<=[^tdi])ed|(?<=[^laeiouy])e)$/, '')
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** Code is left out; it is read letter by letter. */
export function gradeOf(texts: readonly Prose[]): number {
  const plain = texts
    .map((text) =>
      readProse(text)
        .map((piece) => (piece.kind === 'code' ? 'x' : piece.text))
        .join(''),
    )
    .map((text) => (/[.?!:]\s*$/.test(text) ? text : `${text}.`))
    .join(' ')
  const sentences = plain.split(/[.?!:;]+(?:\s|$)/).filter((one) => /\w/.test(one)).length
  const words = wordsOf(plain)
  const weighed = words.filter((word) => !TRADE.test(word) && !NAME.test(word))
  const syllables = weighed.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (
    (0.39 * words.length) / sentences + (11.8 * syllables) / Math.max(1, weighed.length) - 15.59
  )
}

const wordsOf = (text: string): string[] =>
  text.match(/[A-Za-z0-9’'_-]+(?:[./][A-Za-z0-9_]+)*/g) ?? []

/** Fewer words make no sentence whose length says anything. */
const SHORT = 8

/** Each sentence of its own that asks for more than this grade. */
export function hardSentences(texts: readonly Prose[], grade: number): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.?])\s+/))
    .filter((one) => countWords([one]) >= SHORT && gradeOf([one]) > grade)
}

export const countWords = (texts: readonly Prose[]): number =>
  wordsOf(texts.map(plainProse).join(' ')).length
