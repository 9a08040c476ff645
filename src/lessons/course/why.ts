/** Lesson 6: what is a token good for, and what did it replace? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import {
  type CanonicalState,
  isHarmless,
  writePayload,
  writeXml,
  XML_REWRITES,
  xmlRewrites,
} from '../boards/canonicalBoard.ts'
import { factsForTheSameRoom, fillEnvelopes } from '../boards/envelopeBoard.ts'
import { NOTES_FACTS } from '../facts.ts'
import { type Lesson, step } from '../lesson.ts'
import type { LessonToken } from '../lessonToken.ts'
import { isSorted, solveSort, startSort, tellSorted } from '../boards/sortBoard.ts'
import { CASE_BINS, CASE_CARDS, FAMILY_BINS, FAMILY_CARDS } from './whyCards.ts'

const THREE = { whose: 'notes', count: NOTES_FACTS.length } as const

const threeFacts = (token: LessonToken): { jwt: number; saml: number } => {
  const { jwt, saml } = fillEnvelopes(THREE, token)
  return { jwt: jwt.encodedLength, saml: saml.encodedLength }
}

const harmless = XML_REWRITES.filter(isHarmless)

const isSameFacts = ({ xml }: CanonicalState): boolean =>
  writeXml(xml).digest === writeXml([]).digest

export const whyLesson: Lesson = {
  slug: 'why',
  title: 'Why tokens, and when',
  hook: 'Same facts, two envelopes.',
  minutes: 6,
  needs: 'readable',
  steps: [
    step({
      title: 'Weigh two envelopes',
      hook: 'Put the same facts into two envelopes.',
      tell: () => [
        'Before JWT, many sites sent *SAML assertions*: the same kind of facts, written in XML. Both say who somebody is. Both travel as base64.',
        'Neither envelope is signed here, so you compare the bare contents. SAML also asks for an id, an issuer and a date. That is part of its price.',
      ],
      prediction: (token) => {
        const { jwt, saml } = threeFacts(token)
        const times = Math.round(saml / jwt)
        return {
          question: `Three facts make a JWT *payload* of ${jwt} characters. How long is the SAML assertion?`,
          choices: [
            wrong(
              `About ${jwt + 30}`,
              'XML writes each name twice, around the value, and puts its namespace in front. That is more than 30 characters.',
            ),
            wrong(
              `About ${jwt * 3}`,
              `The tags alone are longer than the facts. It comes to ${saml} characters.`,
            ),
            right(
              `About ${saml}`,
              `It takes ${saml} characters, ${times} times as many. Nearly all of them are tags.`,
            ),
          ],
        }
      },
      task: 'Slide up until the JWT is as long as the SAML assertion was with three facts.',
      board: 'envelope',
      start: () => ({ whose: 'notes', count: 1 }),
      solution: (token) => ({ whose: 'notes', count: factsForTheSameRoom(token) }),
      goal: (state, token) =>
        fillEnvelopes(state, token).jwt.encodedLength >= threeFacts(token).saml,
      feedback: (state, token) => {
        const { encodedLength } = fillEnvelopes(state, token).jwt
        const { saml } = threeFacts(token)
        return encodedLength >= saml
          ? null
          : `The JWT has ${encodedLength} of the ${saml} characters that SAML took for three facts.`
      },
      explain: (state, token) => {
        const { facts, jwt, saml } = fillEnvelopes(state, token)
        const own = fillEnvelopes({ whose: 'own', count: token.claims.members.length }, token)
        return [
          `With ${facts.length} facts the JWT takes ${jwt.encodedLength} characters and SAML ${saml.encodedLength}. At three facts it was ${threeFacts(token).jwt} to ${threeFacts(token).saml}.`,
          `The claims of the token in this lesson take ${own.jwt.encodedLength} as JSON and ${own.saml.encodedLength} as SAML. A short text fits into a header or an address.`,
        ]
      },
    }),
    step({
      title: 'Sign me',
      hook: 'The same facts, written a little differently.',
      tell: () => [
        'A JWT signs the bytes that were sent. Nobody may write them anew.',
        'XML may be written in many ways that mean the same. So it is first brought into one *canonical form*, and that is signed. Each side needs a program for these rules, and must make no mistake in it.',
      ],
      prediction: () => ({
        question: 'Somebody indents the XML by two spaces. Does its signature still match?',
        choices: [
          wrong(
            'Yes, spaces mean nothing in XML',
            'Spaces inside a tag mean nothing. Between tags they are text, and the canonical form keeps them.',
          ),
          right(
            'No, the canonical form changes',
            'Between tags, spaces are text. The canonical form keeps them, so the digest is another.',
          ),
          wrong(
            'Yes, the canonical form removes them',
            'It removes spaces inside tags only. Between tags they stay.',
          ),
        ],
      }),
      task: 'Rewrite the XML in as many ways as you can without changing its digest.',
      board: 'canonical',
      about: 'The same facts in XML and in JSON',
      start: () => ({ xml: [], json: [] }),
      solution: () => ({ xml: harmless, json: [] }),
      goal: (state) =>
        isSameFacts(state) && harmless.every((rewrite) => state.xml.includes(rewrite)),
      feedback: (state) => {
        const broken = state.xml.find((rewrite) => !isHarmless(rewrite))
        if (broken)
          return `The XML digest is another one now, because of: ${xmlRewrites[broken].label}.`
        const left = harmless.length - state.xml.length
        return left === 0 ? null : `The digest stands. More rewrites that leave it alone: ${left}.`
      },
      explain: ({ xml, json }) => [
        `XML has ${harmless.length} rewrites here that leave the digest alone, and ${XML_REWRITES.length - harmless.length} that look just as harmless and break it. Right now ${xml.length} are on, and the digest starts with \`${writeXml(xml).digest.slice(0, 8)}\`.`,
        `JSON needs no such rules: any rewrite changes the digest, now \`${writePayload(json).digest.slice(0, 8)}\`. Two programs that read XML differently are a way in for attackers.`,
      ],
    }),
    step({
      title: 'One family or both',
      hook: 'What belongs to JWT, to SAML, or to both?',
      tell: () => [
        'The two are not enemies. Both name an issuer and an end date. Both can be signed with a *key pair* whose public half comes in an X.509 certificate.',
      ],
      prediction: () => ({
        question:
          'Your company has an X.509 certificate for its SAML signatures. Can a JWT use it?',
        choices: [
          right(
            'Yes, the same key pair signs both',
            'The certificate holds a public key. RS256 in a JWT works with it as well as a signature in XML.',
          ),
          wrong(
            'No, JWT only knows secrets',
            'That is HS256 alone. RS256 and ES256 use key pairs, and `x5c` even carries the certificate.',
          ),
          wrong(
            'No, certificates are made for XML',
            'A certificate only says whose public key this is. It does not care what is signed.',
          ),
        ],
      }),
      task: 'Put each card where it belongs.',
      board: 'sort',
      about: 'Six statements',
      start: () => startSort(FAMILY_BINS, FAMILY_CARDS),
      solution: () => solveSort(FAMILY_BINS, FAMILY_CARDS),
      goal: isSorted,
      feedback: tellSorted,
      explain: () => [
        'Same idea, same keys. What differs is the writing: JSON is short and signed as it stands, XML is long and needs a canonical form.',
      ],
      notes: [
        {
          says: 'One note takes an X.509 certificate for a key pair.',
          isSo: 'A certificate holds the public key and says whose it is. The private key, which signs, is kept apart.',
        },
      ],
    }),
    step({
      title: 'Good fit, poor fit',
      hook: 'Five jobs apply. Which should a token get?',
      tell: () => [
        'A token is a signed note with an end date. It is good at telling *who you are* and *what you may do*. It is poor at holding things that change, for nobody can take a sent token back.',
      ],
      prediction: () => ({
        question: 'Which of these should not be a JWT?',
        choices: [
          wrong(
            'Logging in once for several sites',
            'That is what tokens are best at: small, signed, and readable on another domain.',
          ),
          wrong(
            'Telling a partner an order number',
            'Signed with a key pair, it shows who wrote it and that nobody changed it.',
          ),
          right(
            'The shopping cart',
            'It changes with every click. An old token with an old cart would still be accepted.',
          ),
        ],
      }),
      task: 'Put each job into a bin.',
      board: 'sort',
      about: 'Five jobs',
      start: () => startSort(CASE_BINS, CASE_CARDS),
      solution: () => solveSort(CASE_BINS, CASE_CARDS),
      goal: isSorted,
      feedback: tellSorted,
      explain: () => [
        'Authorization, single sign-on and information exchange all need a small signed statement. The cart and the chat need a place to be kept, and a server has that.',
      ],
      notes: [
        {
          says: 'One note calls JWT a way of logging in, and soon after a token that grants rights.',
          isSo: 'By itself it is neither. It is a way to write claims down and sign them. A login may use it to say who you are, a call to show what you may do.',
        },
      ],
    }),
  ],
  aha: 'Small, plain JSON and signed as it stands: that is why a token fits into web requests.',
  teacher: {
    minutes: [2, 2, 1, 1],
    sketch: [
      'Two bars over each other: 68 for JWT, 664 for SAML, same three facts',
      'JSON: bytes → signature. XML: bytes → canonical form → digest → signature',
      'Two circles, JWT and SAML; in the overlap: X.509 key pair, issuer, end date',
    ],
    beliefs: [
      {
        belief: 'JWT replaced SAML because it is more secure.',
        answer: 'Both are as strong as their keys. JSON just leaves fewer ways to get it wrong.',
      },
      {
        belief: 'JSON can be reformatted as long as the values stay.',
        answer: 'Not once it is signed. Show the digest after one added space.',
      },
      {
        belief: 'A token is a good place for anything about the user.',
        answer: 'Ask what happens when the value changes a minute after the login.',
      },
    ],
  },
}
