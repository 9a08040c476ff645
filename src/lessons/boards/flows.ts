/** Which messages make up each way to a token? RFC 6749 §1.2, §4.1 and §4.4; SimpleJWT's own login. */
import type { Flow, FlowName } from './flowBoard.ts'

export const flows: Readonly<Record<FlowName, Flow>> = {
  three: {
    name: 'three',
    actors: ['application', 'issuer', 'api'],
    arrows: [
      {
        id: 'ask',
        from: 'application',
        to: 'issuer',
        label: 'Asks for authorization',
        notYet: null,
      },
      {
        id: 'token',
        from: 'issuer',
        to: 'application',
        label: 'Hands out an access token',
        notYet: 'the authorization server hands out a token only when it is asked for one.',
      },
      {
        id: 'use',
        from: 'application',
        to: 'api',
        label: 'Calls the API with the token',
        notYet: 'the application has no token to show to the API.',
      },
    ],
    offered: ['use', 'token', 'ask'],
  },
  password: {
    name: 'password',
    actors: ['application', 'server'],
    arrows: [
      {
        id: 'login',
        from: 'application',
        to: 'server',
        label: 'Sends name and password',
        notYet: null,
      },
      {
        id: 'pair',
        from: 'server',
        to: 'application',
        label: 'Answers with two tokens',
        notYet: 'the server does not know yet who is asking.',
      },
      {
        id: 'call',
        from: 'application',
        to: 'server',
        label: 'Calls /hello/ with the access token',
        notYet: 'the application does not hold an access token.',
      },
      {
        id: 'hello',
        from: 'server',
        to: 'application',
        label: 'Answers Hello, World!',
        notYet: 'nobody has called /hello/ with a token.',
      },
    ],
    offered: ['call', 'login', 'hello', 'pair'],
  },
  code: {
    name: 'code',
    actors: ['browser', 'application', 'issuer', 'api'],
    arrows: [
      {
        id: 'authorize',
        from: 'browser',
        to: 'issuer',
        label: 'Opens /oauth/authorize',
        notYet: null,
      },
      {
        id: 'consent',
        from: 'browser',
        to: 'issuer',
        label: 'Logs in on the issuer’s own page',
        notYet: 'the browser does not show the page of the authorization server.',
      },
      {
        id: 'code',
        from: 'issuer',
        to: 'application',
        label: 'Sends a code, by way of the browser',
        notYet: 'the authorization server does not know who sits at the browser.',
      },
      {
        id: 'exchange',
        from: 'application',
        to: 'issuer',
        label: 'Trades the code for a token',
        notYet: 'the application has no code to trade.',
      },
      {
        id: 'access',
        from: 'issuer',
        to: 'application',
        label: 'Hands out an access token',
        notYet: 'the code was not traded yet, and a token never travels through the address bar.',
      },
      {
        id: 'resource',
        from: 'application',
        to: 'api',
        label: 'Calls the API with the token',
        notYet: 'the application has no token; a code opens nothing at the API.',
      },
    ],
    offered: ['exchange', 'authorize', 'resource', 'code', 'access', 'consent'],
  },
  client: {
    name: 'client',
    actors: ['application', 'issuer', 'api'],
    arrows: [
      {
        id: 'credentials',
        from: 'application',
        to: 'issuer',
        label: 'Sends its own id and secret',
        notYet: null,
      },
      {
        id: 'machine-token',
        from: 'issuer',
        to: 'application',
        label: 'Hands out a token for the application',
        notYet: 'the authorization server has not seen the id and the secret.',
      },
      {
        id: 'machine-call',
        from: 'application',
        to: 'api',
        label: 'Calls the API as itself',
        notYet: 'the application has no token to show.',
      },
    ],
    offered: ['machine-token', 'machine-call', 'credentials'],
  },
}
