/** Lesson 7: how does a token travel, what can carry it, and when does that break? ux.md 5.3. */
import { grouped } from '../../token/grouped.ts'
import { carryChecks } from './carryChecks.ts'
import { viewCarrier } from '../boards/carrierBoard.ts'
import { type Lesson, step } from '../lesson.ts'
import {
  firstTooMany,
  permissionNamed,
  stackLabels,
  viewHeader,
} from '../boards/permissionsBoard.ts'
import { answerTo, sendRequest, tellAnswers } from '../boards/requestBoard.ts'
import { misspelt, rightly } from './carryRequests.ts'
import { statelessStep, storeStep } from './carrySteps.ts'

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
        'After the login, each request carries the token in one header: its name, one word, one space, the token. The word is the *scheme*. `Bearer` means: whoever bears this may enter.',
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
      feedback: ({ sent }, token) =>
        tellAnswers(sent, token, {
          none: 'Nothing was sent yet.',
          401: 'That was the 401. Now repair the word and send again.',
          200: 'That was the 200. Send it once with the word misspelt.',
        }),
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
      notes: [
        {
          says: 'Two notes make the call with curl. One of them puts the address between backticks.',
          isSo: 'A shell runs what stands between backticks as a command. This works: `curl -H "Authorization: Bearer <token>" http://127.0.0.1:8000/hello/`.',
        },
        { says: 'One note writes of the Bearer schema.', isSo: 'HTTP calls it a scheme.' },
      ],
    }),
    step({
      title: 'Choose a carrier',
      hook: 'Header, cookie or address: who else sees it?',
      tell: () => [
        'An app made with React, Angular or Vue runs in the browser and calls an API. Often the page lives on one origin and the API on another. Each carrier lights other lamps: the *log*, the *question* that the browser asks first, and the *other site* that could send it for you.',
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
      feedback: (state, token) => {
        const { isReadable, lamps } = viewCarrier(state, token)
        if (!state.isCrossOrigin) return 'Page and API share an origin. The task is about two.'
        if (lamps.log.isOn) return 'The token still stands in a log.'
        if (lamps.otherSite.isOn) return 'Another site can still have the token sent.'
        return isReadable ? null : 'The answer does not get to your page yet.'
      },
      explain: (state, token) => {
        const { lamps } = viewCarrier(state, token)
        return [lamps.preflight.says, lamps.otherSite.says]
      },
      notes: [
        {
          says: 'One note says that with the Authorization header CORS is no issue, for there are no cookies.',
          isSo: 'Half of it. The automatic cookie is gone, so other sites cannot send it for you. But across origins this header needs the API’s consent by name, or the request is never sent.',
          isAnswer: true,
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
        if (state.stack !== 'nginx+gunicorn')
          return `The task asks for ${stackLabels['nginx+gunicorn']}.`
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
    storeStep,
    statelessStep,
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
