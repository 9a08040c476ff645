/** Lesson 7: how does a token travel, what can carry it, and when does that break? ux.md 5.3. */
import { grouped } from '../../token/grouped.ts'
import { carryChecks } from './carryChecks.ts'
import { viewCarrier } from '../boards/carrierBoard.ts'
import { type Lesson, step } from '../lesson.ts'
import { firstTooMany, permissionNamed, viewHeader } from '../boards/permissionsBoard.ts'
import { answerTo, type RequestState, sendRequest } from '../boards/requestBoard.ts'
import { storeFacts, STORES } from '../boards/storageBoard.ts'
import { WEB_STORAGE } from '../webStorage.ts'

const misspelt: RequestState = {
  shows: 'carrying',
  header: 'Authorization',
  scheme: 'bearer',
  credential: 'access',
  check: 'JWTAuthentication',
  user: 'active',
  sent: [],
}
const rightly = (state: RequestState): RequestState => ({ ...state, scheme: 'Bearer' })

const lookingUp: RequestState = { ...rightly(misspelt), shows: 'looking up' }
const stateless = 'JWTStatelessUserAuthentication'

export const carryLesson: Lesson = {
  slug: 'carry',
  title: 'Carrying it',
  hook: 'The token is a bearer cheque.',
  minutes: 8,
  needs: 'hs256-copy',
  steps: [
    step({
      title: 'Build the request',
      hook: 'Whoever holds it may use it, so hand it over properly.',
      tell: () => [
        'A request carries the token in one header: its name, one word, one space, the token. The word is the *scheme*. `Bearer` means: whoever bears this may enter.',
        'The server below answers exactly as SimpleJWT does. The body says little, so the reason from inside the server stands beside it.',
      ],
      prediction: carryChecks.scheme,
      task: 'Send it with the misspelt scheme once and read the answer. Then repair it and get a 200.',
      board: 'request',
      start: () => misspelt,
      solution: () => sendRequest(rightly(sendRequest(misspelt))),
      goal: ({ sent }, token) => {
        const answers = new Set(sent.map((one) => answerTo(one, token).status))
        return answers.has(401) && answers.has(200)
      },
      explain: ({ sent }, token) => {
        const last = sent.at(-1)
        const said = last === undefined ? null : answerTo(last, token)
        return [
          said === null
            ? 'A word that the server does not know is passed over, as if no token had come.'
            : `Your last request got ${said.status}. ${said.why}`,
          'Only the exact word counts. It takes one space, no quotes, and no second token.',
        ]
      },
    }),
    step({
      title: 'Choose a carrier',
      hook: 'Header, cookie or address: who else sees it?',
      tell: () => [
        'Your page lives on one origin, the API on another. Each carrier lights other lamps: the *log*, the *question* that the browser asks first, and the *other site* that could send it for you.',
      ],
      prediction: carryChecks.cors,
      task: 'Get the answer to your page across origins, with no token in a log and none that another site can send.',
      board: 'carrier',
      start: () => ({ carrier: 'address', isCrossOrigin: true, isListed: false }),
      solution: () => ({ carrier: 'header', isCrossOrigin: true, isListed: true }),
      goal: (state, token) => {
        const { isReadable, lamps } = viewCarrier(state, token)
        return state.isCrossOrigin && isReadable && !lamps.log.isOn && !lamps.otherSite.isOn
      },
      explain: (state, token) => {
        const { lamps } = viewCarrier(state, token)
        return [lamps.preflight.says, lamps.otherSite.says]
      },
      notes: [
        {
          says: 'One note says that with the Authorization header CORS is no issue, for there are no cookies.',
          isSo: 'Half of it. The automatic cookie is gone, so other sites cannot send it for you. But across origins this header needs the API’s consent by name, or the request is never sent.',
        },
      ],
    }),
    step({
      title: 'Fill the header',
      hook: 'How much fits before a server says no?',
      tell: () => [
        'It is tempting to write every permission into the token. Each one is carried in *every* request.',
        'The limits below were measured on real servers, and the token is really signed at each step.',
      ],
      prediction: carryChecks.size,
      task: 'Behind nginx and gunicorn: find the first permission that is one too many.',
      board: 'permissions',
      start: () => ({ stack: 'nginx+gunicorn', count: 10 }),
      solution: (token) => ({
        stack: 'nginx+gunicorn',
        count: firstTooMany('nginx+gunicorn', token) ?? 0,
      }),
      goal: ({ stack, count }, token) =>
        stack === 'nginx+gunicorn' &&
        viewHeader({ stack, count }, token).refused !== null &&
        viewHeader({ stack, count: count - 1 }, token).refused === null,
      feedback: (state, token) => {
        if (state.stack !== 'nginx+gunicorn') return null
        const { refused, lineLength, limit } = viewHeader(state, token)
        if (refused === null)
          return `The line has ${grouped(lineLength)} bytes, ${grouped(limit - lineLength)} are left.`
        return viewHeader({ ...state, count: state.count - 1 }, token).refused === null
          ? `\`${permissionNamed(state.count)}\` is the one too many.`
          : 'Refused. Go down to find the first that is too many.'
      },
      explain: (state, token) => {
        const { lineLength, limit } = viewHeader(state, token)
        const first = firstTooMany('nginx+gunicorn', token) ?? 0
        return [
          `With the claims of this token, permission ${first} breaks it. Your line has ${grouped(lineLength)} bytes, and the limit here is ${grouped(limit)}.`,
          'The page of the 400 comes from gunicorn before Django runs. It has no CORS header, so a page on another origin sees only a failed request.',
        ]
      },
      notes: [
        {
          says: 'One note says that some servers take no more than 8 KB, and names a service for fine-grained rights as a way out.',
          isSo: 'Measured: 8,188 bytes for the whole line. Any look-up on the server will do. The token then says who you are, and the server finds what you may do.',
        },
      ],
    }),
    step({
      title: 'Keep it somewhere',
      hook: 'A foreign script runs in your page. What does it get?',
      tell: () => [
        'One bad package is enough: its script has the same rights as yours. Where the token is kept decides what it can take away.',
        'All of this is played. Nothing is stored on your device.',
      ],
      prediction: carryChecks.storage,
      task: 'Let the script loose on each of the three places.',
      board: 'storage',
      about: 'Three places for a token',
      start: () => ({ store: 'web storage', injected: [], reloaded: [] }),
      solution: () => ({ store: 'memory', injected: STORES, reloaded: [] }),
      goal: ({ injected }) => STORES.every((store) => injected.includes(store)),
      explain: () => [
        `Only ${WEB_STORAGE} gave the token itself away: ${storeFacts['web storage'].scriptGets}`,
        'The other two keep the token in, but not the script out. It can still act as you while the page is open, so short lifetimes help in every case.',
      ],
      notes: [
        {
          says: `One note warns against browser storage for session data. Further down, the same note puts both tokens into ${WEB_STORAGE}.`,
          isSo: 'Both cannot be meant. Browser storage is handy and open to every script. A common middle way is the access token in a variable and the refresh token in a cookie with HttpOnly.',
        },
      ],
    }),
    step({
      title: 'Ask nobody',
      hook: 'Stateless: who still gets asked?',
      tell: () => [
        'The signature can be checked with the key alone, so no table of sessions is needed. That is what *stateless* means.',
        'But a token does not know what happened after it was made. Delete the user and see who notices.',
      ],
      prediction: carryChecks.stateless,
      task: 'Delete the user. Send the token to both classes: get one 401 and one 200.',
      board: 'request',
      start: () => lookingUp,
      solution: () =>
        sendRequest({
          ...sendRequest({ ...lookingUp, user: 'deleted' }),
          check: stateless,
        }),
      goal: ({ sent }, token) => {
        const gone = sent.filter(({ user }) => user === 'deleted')
        const answers = new Set(gone.map((one) => answerTo(one, token).status))
        return answers.has(401) && answers.has(200)
      },
      explain: (_state, token) => {
        const gone = { ...lookingUp, user: 'deleted' } as const
        return [
          `\`JWTAuthentication\` looks the user up and says ${answerTo(gone, token).status}. \`${stateless}\` believes the token and says ${answerTo({ ...gone, check: stateless }, token).status}.`,
          'No look-up is fast, and blind until `exp`. That is the trade.',
        ]
      },
    }),
  ],
  aha: 'Whoever carries it is you: keep it short, short-lived and out of reach of scripts.',
  teacher: {
    minutes: [2, 2, 1, 2, 1],
    sketch: [
      'Authorization: Bearer eyJ…, with name, scheme, space and token bracketed',
      'A table: header, cookie, address against log, preflight, other site',
      'A bar of 8,188 bytes that fills with permissions',
    ],
    beliefs: [
      {
        belief: 'A header is secret, an address is not.',
        answer:
          'https hides both on the way. The address also ends up in logs and in the browser’s history list.',
      },
      {
        belief: 'HttpOnly makes cross-site scripting harmless.',
        answer: 'The script cannot copy the cookie, but every request it makes carries it.',
      },
      {
        belief: 'Stateless means the server needs no database.',
        answer: 'It needs no table of sessions. Stock SimpleJWT still looks up the user each time.',
      },
    ],
  },
}
