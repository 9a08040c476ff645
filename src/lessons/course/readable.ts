/** Lesson 2: who can read a token, and what follows for what may stand in it? ux.md 5.3; rows 5, 24 and 36 of 5.5. */
import { right, wrong } from '../../simulation/preset.ts'
import { counted, shown } from '../../token/quote.ts'
import { seeBytes, tellBytes } from '../boards/bytesBoard.ts'
import { step, type Lesson } from '../lesson.ts'
import { isFound, solveLens, startLens } from '../boards/lensBoard.ts'
import { secrecyStep, passwordStep } from './readableSteps.ts'

const FIRST_TEXT = '{"id":1}'

/** What the board does not show, so that there is something to guess. */
const GUESSED_TEXT = '{"id":1234567}'
const BITS = 8 * GUESSED_TEXT.length
const FULL = Math.floor(BITS / 6)

export const readableLesson: Lesson = {
  slug: 'readable',
  title: 'Readable is not secret',
  hook: 'Find the e-mail address in this “encrypted” token.',
  minutes: 6,
  needs: 'readable',
  steps: [
    step({
      title: 'Read without a key',
      hook: 'Find the e-mail address in this “encrypted” token.',
      tell: () => [
        'Many people call a token encrypted, because it looks like noise. Look at its *payload* under a lens: twelve bytes at a time, with the characters that carry them.',
        'You get no key, no password and no secret. All you can do is move the lens.',
      ],
      prediction: () => ({
        question: 'What do you need to read the address?',
        choices: [
          wrong(
            'The secret that signed the token',
            'The secret makes the *signature* and checks it. Nothing in the *payload* is locked with it.',
          ),
          wrong(
            'A password',
            'No part of this token asks for a password. Its characters stand for bytes, and anybody can turn them back.',
          ),
          right(
            'Nothing but the token',
            'The *payload* is written in another alphabet, that is all. Whoever holds the token can read it.',
          ),
        ],
      }),
      task: 'Move the lens until you see the address, then type it.',
      board: 'lens',
      start: startLens,
      solution: solveLens,
      goal: isFound,
      feedback: (seen) => {
        if (isFound(seen)) return null
        return seen.found.trim() === ''
          ? 'No address is typed yet. Look for an @.'
          : 'What is typed is not the address in the claims.'
      },
      explain: ({ address }) => [
        `You read ${shown(address)} out of the *payload*, and so can every person, program and log file that sees the token.`,
        'Encoding is a change of alphabet. It keeps data whole on its way and hides nothing.',
      ],
    }),
    step({
      title: 'Three bytes, four characters',
      hook: 'Type a claim and watch its bits move over.',
      tell: () => [
        'A byte has 8 bits. A character of the token carries 6. So three bytes, which are 24 bits, fill four characters exactly.',
        'Where a text does not come out even, base64 fills the last group of four up with `=`.',
      ],
      prediction: () => ({
        question: `\`${GUESSED_TEXT}\` has ${GUESSED_TEXT.length} bytes. How many characters carry them, \`=\` not counted?`,
        choices: [
          wrong(
            `${GUESSED_TEXT.length}`,
            'That would be one character a byte. A byte has 8 bits and a character carries 6.',
          ),
          right(
            `${FULL + 1}`,
            `${GUESSED_TEXT.length} bytes are ${BITS} bits. ${FULL} characters carry ${6 * FULL} of them, and one more the last ${BITS - 6 * FULL}.`,
          ),
          wrong(
            `${2 * GUESSED_TEXT.length}`,
            'That is hex, where each character carries 4 bits. Here it carries 6.',
          ),
        ],
      }),
      task: 'Change the text until it has no = at the end. At least one character has to differ.',
      board: 'bytes',
      about: 'A text of yours',
      start: () => ({ text: FIRST_TEXT, changes: [], hasSwitches: false }),
      solution: () => ({ text: '{"id":12}', changes: [], hasSwitches: false }),
      goal: ({ bytes, text }) => bytes > 0 && bytes % 3 === 0 && text !== FIRST_TEXT,
      feedback: ({ bytes }) => {
        if (bytes === 0) return 'There is no text. Type some.'
        const rest = bytes % 3
        return rest === 0
          ? null
          : `${bytes} bytes are ${counted(rest, 'byte')} more than a multiple of 3.`
      },
      explain: (seen) => {
        const { bytes, encoded } = seen
        return [
          `${tellBytes(seen)} As base64 it reads \`${encoded}\`.`,
          bytes % 3 === 0
            ? `${bytes} is a multiple of 3, so the last group is full.`
            : `${bytes} is no multiple of 3, so the last group is filled up with \`=\`.`,
        ]
      },
      notes: [
        {
          says: 'In one note an apostrophe has become “â€™”.',
          isSo: 'It was written as three bytes of UTF-8 and read back one byte at a time. The bytes in a token are UTF-8 as well, so both sides have to read them as that.',
        },
      ],
    }),
    step({
      title: 'Safe in an address',
      hook: 'Three signs that an address takes the wrong way.',
      tell: () => [
        'Plain base64 uses `+`, `/` and `=`. In a web address all three already have a job: `+` stands for a blank, `/` starts a new part of the path, `=` parts a name from its value.',
        'That is why a token uses *base64url*. Make its three changes, one at a time, and read what the server receives.',
      ],
      prediction: () => ({
        question:
          'A server finds base64 text in the query of an address. What does it read for `+`?',
        choices: [
          wrong(
            '+',
            'It would on paper. But a query writes a blank as +, so the server turns it back.',
          ),
          right(
            'A blank',
            'Queries write a blank as +. The server turns it back, and your text is broken.',
          ),
          wrong('-', 'The minus is what base64url writes instead. Nobody swaps it on the way.'),
        ],
      }),
      task: 'Make all the changes that let the text arrive as it was sent.',
      board: 'bytes',
      isCovered: true,
      about: 'A text with three special signs',
      start: () => ({ text: '{"q":"5 > 3?"}', changes: [], hasSwitches: true }),
      solution: () => ({
        text: '{"q":"5 > 3?"}',
        changes: ['plus', 'slash', 'padding'],
        hasSwitches: true,
      }),
      // a text without these signs would need no change
      goal: ({ changes, isSafe, text }) =>
        isSafe &&
        (changes.length === 3 || !seeBytes({ text, changes: [], hasSwitches: true }).isSafe),
      feedback: ({ changes, isSafe, encoded, inQuery, inPath }) => {
        if (inQuery !== encoded) return 'From the query the server still reads another text.'
        if (inPath !== encoded) return 'From the path the server still reads another text.'
        if (!isSafe) return 'The `=` at the end still stands for something else.'
        return changes.length === 3 ? null : 'Your text has none of the three signs left to change.'
      },
      explain: ({ encoded, inQuery }) => [
        inQuery === encoded
          ? `The text arrives as it left: \`${encoded}\`.`
          : `You sent \`${encoded}\`, and the server read \`${inQuery}\`.`,
        'Base64url swaps two characters and leaves the `=` out. A token in it passes through addresses, HTML and headers untouched.',
      ],
    }),
    secrecyStep,
    passwordStep,
  ],
  aha: 'Signing keeps claims whole, encryption keeps them secret. A signed token shows everything to whoever holds it.',
  teacher: {
    minutes: [1, 1, 1, 2, 1],
    sketch: [
      'Three boxes of 8 bits over four boxes of 6, with one line down through both.',
      'A postcard (encoded), a postcard with a wax seal (signed), a locked box (encrypted).',
      'Under each: who can read, who can change it without being noticed.',
    ],
    beliefs: [
      {
        belief: 'It looks random, so it must be encrypted.',
        answer:
          'Read the e-mail address aloud from the token. Reading it took no key, so nothing was locked.',
      },
      {
        belief: 'Base64 is a weak kind of encryption.',
        answer: 'Encryption needs a key. Base64 has none: everybody has the same table.',
      },
      {
        belief: 'HTTPS hides the claims, so a password in them is fine.',
        answer:
          'HTTPS ends at the server and at the browser. Logs, other programs and the user still see the token.',
      },
    ],
  },
}
