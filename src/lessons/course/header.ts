/** Lesson 3: what does a header decide, and who should believe it? ux.md 5.3; rows 4, 6, 14 and 15 of 5.5. */
import { right, wrong } from '../../simulation/preset.ts'
import { signatureAlgorithms } from '../../algorithms/signatureAlgorithms.ts'
import { algorithmOf } from '../../token/readToken.ts'
import { shown } from '../../token/quote.ts'
import { ALGORITHMS, chooseAlgorithm, startAlgorithm } from '../boards/algorithmBoard.ts'
import { labelStep, pinStep } from './headerSteps.ts'
import type { LessonToken } from '../lessonToken.ts'
import { step, type Lesson } from '../lesson.ts'
import { tellUntried } from '../tellUntried.ts'

/** As the registry lists them, `none` left out. */
const SIGNATURE_NAMES = signatureAlgorithms.map(({ name }) => name)

const claimsOf = ({ reading }: LessonToken): string => reading.payload?.decoded.text ?? '{}'

export const headerLesson: Lesson = {
  slug: 'header',
  title: 'The header decides how to check',
  hook: '27 bytes that have broken into servers.',
  minutes: 6,
  needs: 'readable',
  steps: [
    step({
      title: 'Change the alg',
      hook: '27 bytes that have broken into servers.',
      tell: (token) => [
        `\`{"alg":"HS256","typ":"JWT"}\` is a whole *header*, 27 bytes long. The *header* of your token names ${shown(algorithmOf(token.reading) ?? 'no algorithm')}.`,
        'The member `alg` says how the *signature* was made: `HS256` is HMAC with the hash SHA-256, `RS256` is RSA with it. Change it: the page makes the keys and the *signature* anew, for the same claims.',
      ],
      prediction: () => ({
        question: 'HS256 signs with 32 bytes. Which algorithm has the longest *signature*?',
        choices: [
          right('RS256', 'An RSA signature is as long as the RSA key: 2,048 bits are 256 bytes.'),
          wrong('ES256', 'Two numbers of 32 bytes each are 64 bytes. There is a longer one.'),
          wrong(
            'EdDSA',
            'An Ed25519 signature has 64 bytes, like that of ES256. There is a longer one.',
          ),
          wrong(
            'They are all 32',
            'The 256 in the names is the hash. Each kind of key has its own length.',
          ),
        ],
      }),
      task: 'Try all five algorithms and watch the key and the third part.',
      board: 'algorithm',
      start: (token) => startAlgorithm(claimsOf(token)),
      solution: (token) => ALGORITHMS.reduce(chooseAlgorithm, startAlgorithm(claimsOf(token))),
      goal: ({ tried }) => tried.length === ALGORITHMS.length,
      feedback: ({ tried }) => tellUntried(ALGORITHMS, tried),
      explain: ({ alg, signatureBytes, signatureLength, keys }) => [
        `\`${alg}\`: the *signature* has ${signatureBytes} bytes, written with ${signatureLength} characters.`,
        keys.kind === 'shared'
          ? 'One shared secret signs and checks. Whoever can check can also sign.'
          : keys.kind === 'pair'
            ? 'A private key signs and its public key checks. The public key may be shown to everybody.'
            : 'There is no key and no *signature*, so nobody vouches for the claims.',
      ],
      notes: [
        {
          says: 'Two notes know HMAC and RSA, two others ECDSA as well. None of them knows more.',
          isSo: `Each list is right and none is whole. The registry has ${SIGNATURE_NAMES.length} names for signing, from \`${SIGNATURE_NAMES[0]}\` to \`${SIGNATURE_NAMES.at(-1)}\`, and \`none\`, which signs nothing.`,
        },
      ],
    }),
    step({
      title: 'Lend a partner a key',
      hook: 'A partner company must check your tokens, but never make one.',
      tell: () => [
        'To check tokens, your partner needs a key from you. With HS256 there is only one key: the shared secret. With RS256 there are two, and you can keep one of them.',
        'Choose an algorithm, hand the key over, and let the partner try to make itself an admin.',
      ],
      prediction: () => ({
        question: 'Your partner must verify tokens but not create them. HS256 or RS256?',
        choices: [
          wrong(
            'HS256',
            'The secret that checks a token also signs one. Your partner could make tokens in your name.',
          ),
          right(
            'RS256',
            'You keep the private key and hand over the public one. It checks tokens and can sign none.',
          ),
          wrong(
            'Either, if the partner is honest',
            'Then everything hangs on that promise, and on every leak at your partner. RS256 needs no promise.',
          ),
        ],
      }),
      task: 'Choose the algorithm with which the partner can check and not forge, and let it try.',
      board: 'handover',
      start: (token) => ({
        claims: claimsOf(token),
        alg: 'HS256',
        isHanded: false,
        hasForged: false,
      }),
      solution: (token) => ({
        claims: claimsOf(token),
        alg: 'RS256',
        isHanded: true,
        hasForged: true,
      }),
      goal: ({ check, forgery }) =>
        check !== null && check.isMatch && forgery !== null && !forgery.isMade,
      feedback: ({ isHanded, forgery }) => {
        if (!isHanded) return 'The partner has no key yet.'
        if (forgery === null) return 'The partner can check now. Let it try to forge.'
        return forgery.isMade ? 'The partner made a token in your name. Choose again.' : null
      },
      explain: ({ alg, forgery }) => [
        forgery === null
          ? `With ${alg} the partner has not tried yet.`
          : forgery.isMade
            ? `With ${alg} the partner made a token with \`"admin":true\`, and your own server would accept it.`
            : `With ${alg} the partner can check and got no further: ${forgery.told}`,
        'A good *signature* of a key pair also says who signed: only the holder of the private key can have done it.',
      ],
    }),
    pinStep,
    labelStep,
  ],
  aha: 'HMAC has one secret, and both sides can sign. With a key pair only one side can. Either way, the server chooses the algorithm, not the token.',
  teacher: {
    minutes: [2, 1, 2, 1],
    sketch: [
      'Left: one key, two people, both can lock and open. Right: a private key that signs, many public keys that check.',
      'Five bars for the lengths 32, 256, 64, 64 and 0 bytes.',
      'An arrow from the token to the server, crossed out: “use this algorithm”.',
    ],
    beliefs: [
      {
        belief: 'The 256 in HS256 is the length of the signature.',
        answer:
          'It is the hash, SHA-256. The HMAC happens to be as long as the hash; RS256 has 256 bytes only because its key has 2,048 bits.',
      },
      {
        belief: 'RS256 encrypts the claims with the private key.',
        answer: 'It signs them. The *payload* can be read as before.',
      },
      {
        belief: 'The server has to read alg, or it could not check.',
        answer:
          'It knows which key it holds and what that key is for. It compares, and follows nothing.',
      },
    ],
  },
}
