/** How does a claim’s value become a sentence: what the token says, or what is wrong with it? ux.md 7.1. */
import type { JsonNode } from '../token/jsonText.ts'
import { quoted } from '../token/visible.ts'
import { nameInSentence, shorten } from './shortText.ts'
import { tellList } from './shownInPart.ts'
import { tellKind } from './valueKind.ts'
import { tellContents } from './valueText.ts'

/**
 * `words` and `phrase` continue "It says: " and have no full stop; `sequel` is a sentence on what follows from it.
 * `words` start with a word of ours in small letters, so that they can also stand alone.
 */
export type Saying =
  | { kind: 'words'; words: string; sequel: string | null }
  /** A value without a meaning of its own: "the number 42". */
  | { kind: 'phrase'; phrase: string; sequel: string | null }
  /** `problem` has no full stop. */
  | { kind: 'fault'; problem: string; remedy: string }

/** What follows where RFC 7519 itself asks for another type. */
export const REFUSED = 'Strict servers refuse the token.'
/** What follows where only readers of that claim are concerned. */
export const STUMBLE = 'Programs that expect it so may stumble over it.'

/** What follows for a member whose name its object holds again. */
export const REPLACED = 'The same name comes again further on, and most readers take that one.'

/**
 * One or two sentences. Before a signature passed the token speaks ("It says: expired …"), after that it is told as a
 * fact ("Expired …", "It is …"). `isReplaced`: a later member of the same name counts instead.
 */
export function tellSaying(saying: Saying, isVerified: boolean, isReplaced: boolean): string {
  switch (saying.kind) {
    case 'words': {
      const first = isVerified ? capitalised(saying.words) : `It says: ${saying.words}`
      return joinSentences(first, isReplaced ? REPLACED : saying.sequel)
    }
    case 'phrase': {
      const first = `It ${isVerified ? 'is ' : 'says: '}${saying.phrase}`
      return joinSentences(first, isReplaced ? REPLACED : saying.sequel)
    }
    case 'fault':
      return joinSentences(saying.problem, isReplaced ? REPLACED : saying.remedy)
    default:
      return saying satisfies never
  }
}

/** Any value by its type alone, with the value in it. */
export function sayByType(node: JsonNode): Saying {
  return { kind: 'phrase', phrase: tellTyped(node), sequel: warnOfRounding(node) }
}

/** A fault: a value of another type than the claim asks for. `wanted` as in "must be text". */
export function sayWrongType(name: string, node: JsonNode, wanted: string, remedy: string): Saying {
  return {
    kind: 'fault',
    problem: `${name} must be ${wanted}, but it is ${tellTyped(node)}`,
    remedy,
  }
}

/** Items of an array for a sentence: texts and numbers by value, everything else by type. */
export function tellItems(items: JsonNode[]): string {
  return tellList(items.slice(0, 3).map(tellItem), items.length)
}

function tellTyped(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return node.value === '' ? 'empty text' : `the text ${quoted(node.value)}`
    case 'number':
      return `the number ${shorten(node.spelling)}`
    case 'true':
    case 'false':
      return node.kind
    case 'null':
      return 'null, which is no value'
    case 'array':
      return node.items.length === 0
        ? 'an empty array'
        : `an array of ${tellContents(node)}: ${tellItems(node.items)}`
    case 'object': {
      const names = node.members.slice(0, 3).map((member) => nameInSentence(member.name))
      return node.members.length === 0
        ? 'an empty object'
        : `an object of ${tellContents(node)}: ${tellList(names, node.members.length)}`
    }
    default:
      return node satisfies never
  }
}

function tellItem(item: JsonNode): string {
  if (item.kind === 'string') return nameInSentence(item.value)
  return item.kind === 'number' ? shorten(item.spelling) : tellKind(item)
}

/** Whole numbers that a double cannot hold arrive changed wherever JSON numbers become doubles. RFC 8259 §6. */
function warnOfRounding(node: JsonNode): string | null {
  if (node.kind !== 'number' || !/^-?\d{16,}$/.test(node.spelling)) return null
  const isExact =
    node.spelling.length < 400 && BigInt(node.spelling) === BigInt(Number(node.spelling))
  return isExact ? null : 'JavaScript and other programs round it when they read it.'
}

function joinSentences(first: string, second: string | null): string {
  return second === null ? `${first}.` : `${first}. ${second}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
