/** What does this server answer to this request, and what does it remember afterwards? behaviour.md 2. */
import { answerProtected, replyMethod } from './authenticate.ts'
import { type Answer, PROTECTED, type ServerRequest } from './exchange.ts'
import { answerObtain, answerSlidingObtain } from './logins.ts'
import { reply } from './replies.ts'
import type { Moment, Server } from './server.ts'
import type { Stores } from './stores.ts'
import { answerBlacklist, answerRefresh, answerSlidingRefresh, answerVerify } from './tokenViews.ts'

type View = (server: Server, request: ServerRequest, stores: Stores, moment: Moment) => Answer

const tokenViews: ReadonlyMap<string, View> = new Map([
  ['/api/token/', answerObtain],
  ['/api/token/refresh/', answerRefresh],
  ['/api/token/verify/', answerVerify],
  ['/api/token/blacklist/', answerBlacklist],
  ['/api/token/sliding/', answerSlidingObtain],
  ['/api/token/sliding/refresh/', answerSlidingRefresh],
])

/**
 * Pure: the same arguments give the same answer, but for `moment.makeJti`, which is asked only where tokens are made.
 * Never throws. Asymmetric signatures may first have to be waited for.
 */
export function answer(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  moment: Moment,
): Answer {
  const { path, method } = request
  if (path === PROTECTED) return answerProtected(server, request, stores, moment.at)
  const view = tokenViews.get(path)
  if (view === undefined) return reply(404, NOT_FOUND, stores, { code: 'no-view', path })
  return method === 'POST'
    ? view(server, request, stores, moment)
    : replyMethod(method, 'POST, OPTIONS', stores)
}

/** Django's page for 404 without DEBUG. */
const NOT_FOUND = `
<!doctype html>
<html lang="en">
<head>
  <title>Not Found</title>
</head>
<body>
  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
</body>
</html>
`
