/** How does each step of lesson 5 go: the formula, the secret, one character, a copy, a key pair? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import { grouped } from '../../token/grouped.ts'
import { claimToChange, nextValue, startFlip } from '../boards/flipBoard.ts'
import { solveFormula, startFormula } from '../boards/formulaBoard.ts'
import { step } from '../lesson.ts'
import type { LessonToken } from '../lessonToken.ts'
import { startLoan } from '../boards/loanBoard.ts'
import { coded } from '../readProse.ts'
import { startToken, type TokenPane } from '../boards/tokenBoard.ts'

const secretOf = ({ secret }: LessonToken): string => secret ?? ''
const payloadOf = ({ reading }: LessonToken): string => reading.payload?.decoded.text ?? ''
const claimOf = ({ claims }: LessonToken): string => claimToChange(claims)
const signatureLength = ({ reading }: LessonToken): number => reading.signature?.text.length ?? 0

const sealed = ({ text }: LessonToken, token: string): boolean => token !== text

export const formula = step({
  title: 'Read the formula',
  hook: 'Two texts and a secret go in. A seal comes out.',
  tell: () => [
    'The *signature* comes from a formula: `HMACSHA256(header + "." + payload, secret)`. *Header* and *payload* go in as they stand in the token, encoded in base64url.',
    'The header’s `alg` names the formula, and everybody knows it. What makes it safe is one thing that only the server knows.',
  ],
  prediction: () => ({
    question: 'Which of the things in the formula is not written in the token?',
    choices: [
      wrong('The header', 'It is the first part of the token, there for all to read.'),
      wrong('The payload', 'It is the second part of the token, there for all to read.'),
      right('The secret', 'It never travels. Without it nobody can make a seal that fits.'),
    ],
  }),
  task: 'Fill the three places so that the formula makes the signature of this token.',
  board: 'formula',
  start: (token) => startFormula(token.text, secretOf(token)),
  solution: (token) => solveFormula(token.text, secretOf(token)),
  goal: ({ made, wanted }) => made === wanted,
  feedback: ({ made, wanted }) => {
    if (made === null) return 'A place of the formula is still empty.'
    return made === wanted
      ? null
      : `That makes ${coded(made.slice(0, 8))} and so on. The token has ${coded(wanted.slice(0, 8))}.`
  },
  explain: ({ wanted }) => [
    `The page computed it just now: ${coded(wanted)}. It is the third part of the token, letter for letter.`,
    'Note what is signed: the two parts as they travel, with the dot between them. Not the JSON as you read it.',
  ],
})

const keyPanes: readonly TokenPane[] = ['verdict', 'key', 'signature']

export const secret = step({
  title: 'Type the secret',
  hook: 'One wrong letter, and the seal does not fit.',
  tell: () => [
    'To check a token, the server makes the *signature* again and compares. So it needs the same secret.',
    'The demo secret of this page is public on purpose: `jwt-lens demo secret, known to everybody who reads`.',
  ],
  prediction: () => ({
    question: 'You leave out the last letter of the secret. What comes out?',
    choices: [
      wrong(
        'A signature that is nearly the same',
        'There is no nearly. One letter less gives a seal that shares nothing with the old one.',
      ),
      right(
        'A wholly different signature',
        'Each letter of the secret stirs all of the result. So a guess that is close helps nobody.',
      ),
      wrong(
        'An error, because the secret is too short',
        'The formula takes any secret. It just makes another seal.',
      ),
    ],
  }),
  task: 'Type or paste the demo secret into the key field.',
  board: 'token',
  start: ({ text }) => startToken(text, null, keyPanes),
  solution: (token) => startToken(token.text, secretOf(token), keyPanes),
  goal: ({ assessment, token }, lesson) =>
    assessment.verdict.kind === 'verified' && !sealed(lesson, token),
  feedback: ({ key, assessment, token }, lesson) => {
    if (sealed(lesson, token)) return 'The token was changed. Bring it back first.'
    if (key === '') return 'The key field is empty.'
    return assessment.verdict.kind === 'verified'
      ? null
      : 'The signature does not match this secret. Look at each letter, blank and comma.'
  },
  explain: ({ key }) => [
    `With these ${grouped(key.length)} letters the page made the same *signature*. So nothing in the token was changed.`,
    'It also means that you could make such a token yourself now. Who can check with a secret can sign with it too.',
  ],
})

export const flip = step({
  title: 'Change one character',
  hook: 'Turn yourself into somebody else.',
  tell: () => [
    'The *payload* is plain text, so you can write what you like there. The server will look at the *signature*.',
  ],
  prediction: (token) => ({
    question: `You change one letter or digit of ${coded(claimOf(token))}. What happens to the third part?`,
    choices: [
      right('Nothing', 'The old *signature* stays as it was. It just does not fit any more.'),
      wrong(
        `All ${signatureLength(token)} characters change`,
        'A new *signature* would look different all over. But nobody made a new one: that takes the secret.',
      ),
      wrong(
        'One character changes',
        'One character of the *payload* may change. The third part is not made anew by itself.',
      ),
    ],
  }),
  task: 'Change the value in the box by one letter or digit.',
  board: 'flip',
  start: (token) => startFlip(token.text, claimOf(token)),
  solution: (token) => {
    const start = startFlip(token.text, claimOf(token))
    return { ...start, typed: nextValue(start.typed) }
  },
  goal: ({ claims, payloadChanges }) => claims !== null && payloadChanges.length > 0,
  feedback: ({ claims, payloadChanges }) => {
    if (claims === null) return 'That is no JSON any more. Keep to a letter or a digit.'
    return payloadChanges.length === 0 ? 'The value is as it was.' : null
  },
  explain: ({ payloadChanges, claim, typed }, token) => [
    `${payloadChanges.length === 1 ? '1 character' : `${grouped(payloadChanges.length)} characters`} of the token changed. The old *signature* is still there.`,
    `It was made for the ${coded(claim)} of before, so it does not fit ${coded(typed)}. The server refuses the token, all ${grouped(token.text.length)} characters of it.`,
  ],
  notes: [
    {
      says: 'One note says that others can read the claims, but are unable to change them.',
      isSo: 'They can change them, as you can here. What they cannot do is make the *signature* fit again.',
    },
  ],
})

export const copy = step({
  title: 'Sign a copy',
  hook: 'The same facts with one blank more. Does the seal still fit?',
  tell: () => [
    'JSON does not care for a blank after a colon: the facts stay the same.',
    'The *signature* was not made from facts. It was made from bytes.',
  ],
  prediction: () => ({
    question: 'You add one blank and change no fact. What does the check say?',
    choices: [
      wrong(
        'It matches: the facts are the same',
        'The check never looks at facts. It looks at bytes, and there is one more of them.',
      ),
      right(
        'It does not match: the bytes are others',
        'One byte more is another text, so the old seal does not fit.',
      ),
      wrong(
        'It cannot tell',
        'It can: the seal is made again from the new bytes, and it is another one.',
      ),
    ],
  }),
  task: 'Add the blank, look at the verdict, then sign the copy again.',
  board: 'flip',
  start: (token) => startFlip(token.text, claimOf(token), true),
  solution: (token) => ({
    ...startFlip(token.text, claimOf(token), true),
    isSpaced: true,
    isSigned: true,
  }),
  goal: ({ isSpaced, isSigned, isMatching }) => isSpaced && isSigned && isMatching,
  feedback: ({ isSpaced, isSigned }) => {
    if (!isSpaced) return 'There is no blank in it yet.'
    return isSigned ? null : 'The blank broke the seal. Now make a new one.'
  },
  explain: ({ signatureChanges }, token) => [
    `The new *signature* differs in ${signatureChanges} of ${signatureLength(token)} characters. One blank stirred all of it.`,
    'With the secret you made it fit again. Without the secret nobody can.',
  ],
  notes: [
    {
      says: 'The example header begins with `alg`. The tokens in the notes were made with `typ` in front.',
      isSo: 'To a reader the order means nothing, but it is signed too. Another order is other bytes, and so another *signature*.',
    },
  ],
})

export const lend = step({
  title: 'Lend a key',
  hook: 'A partner must check your tokens. What do you hand over?',
  tell: () => [
    'So far one secret did both jobs, to sign and to check. You cannot share only half of it.',
    'A key pair has two halves. The private key signs. The public key can only check.',
  ],
  prediction: () => ({
    question: 'A thief has the payload and the signature, but no key. What can the thief change?',
    choices: [
      wrong('The name of the user', 'Then the seal does not fit, and the server refuses.'),
      wrong(
        'Only the time until it expires',
        'The time is in the payload too. The seal covers all of it.',
      ),
      right(
        'Nothing, but it can be used as it is',
        'Each change breaks the seal. But the token itself still opens the door until it expires.',
      ),
    ],
  }),
  task: 'Choose how you sign and what you lend, so that the partner can check and cannot forge.',
  board: 'loan',
  start: (token) => startLoan(payloadOf(token)),
  solution: (token) => ({ payload: payloadOf(token), pact: 'ES256', loan: 'public' }),
  goal: ({ canCheck, canForge }) => canCheck && !canForge,
  feedback: ({ canCheck, canForge, loan }) => {
    if (canForge) return 'The partner can check, and can also sign in your name.'
    if (canCheck) return null
    return loan === 'nothing'
      ? 'The partner has nothing to check with.'
      : 'The partner cannot check with that.'
  },
  explain: () => [
    'The public key checks and cannot sign. So a good *signature* now says more than “unchanged”: it says who made it.',
    'With one shared secret it could be either of you.',
  ],
  notes: [
    {
      says: 'The notes say that a signed token makes you sure of its sender.',
      isSo: 'Of its maker, and only with a key pair. Whoever sends it may be a thief who copied it.',
    },
  ],
})
