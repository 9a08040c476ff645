/** Which 17 jobs are there between the internet and a view, and who does each? ux.md 5.5, rows 61 to 64. */
import type { Bin, Card } from '../boards/sortBoard.ts'

export const JOB_BINS: readonly Bin[] = [
  { id: 'nginx', label: 'nginx' },
  { id: 'gunicorn', label: 'gunicorn' },
  { id: 'django', label: 'Your Django code' },
]

const NO_PYTHON = 'nginx runs no Python.'
const NOT_IN_FRONT =
  'gunicorn is not made to stand in front: a few slow clients keep all its workers busy.'
const TOO_LATE = 'When your code runs, this has long been decided.'

const card = (
  bin: string,
  id: string,
  text: string,
  reason: string,
  notIn: Record<string, string>,
): Card => ({ id, text, bin, reason, notIn })

const nginx = (id: string, text: string, reason: string, gunicorn = NOT_IN_FRONT): Card =>
  card('nginx', id, text, reason, { gunicorn, django: TOO_LATE })
const gunicorn = (id: string, text: string, reason: string, notNginx = NO_PYTHON): Card =>
  card('gunicorn', id, text, reason, {
    nginx: notNginx,
    django: 'Something has to call your code first. That is this job.',
  })
const django = (id: string, text: string, reason: string): Card =>
  card('django', id, text, reason, {
    nginx: `${NO_PYTHON} It does not know your rules either.`,
    gunicorn: 'gunicorn calls your code and does not know what is in it.',
  })

export const JOB_CARDS: readonly Card[] = [
  nginx(
    'domains',
    'Decide by the domain name where a request goes',
    'One nginx can serve many names and refuse all others.',
  ),
  gunicorn(
    'pool',
    'Keep a pool of workers that run Python',
    'It starts them, watches them and replaces the ones that hang.',
  ),
  django('view', 'Choose the view for `/hello/`', 'That is what urls.py is for.'),
  nginx(
    'static',
    'Serve images and style sheets',
    'Files need no Python, and nginx sends them straight from the disk.',
    'Measured: gunicorn answered 404 for a static file. Workers are for Python.',
  ),
  nginx('crowd', 'Take many connections at once', 'It holds each with very little memory.'),
  gunicorn(
    'to-wsgi',
    'Turn an HTTP request into a WSGI call',
    'WSGI is how Python programs are called. gunicorn speaks it.',
    'nginx cannot translate to WSGI. It only passes HTTP on.',
  ),
  nginx(
    'slow',
    'Wait for slow clients',
    'It collects the whole request first, so no worker has to wait.',
  ),
  django(
    'token',
    'Check the token’s signature and `exp`',
    'JWTAuthentication does it, inside your project.',
  ),
  nginx('forward', 'Pass on only what needs Python', 'Everything else it answers itself.'),
  gunicorn(
    'from-wsgi',
    'Turn what the view returns into an HTTP response',
    'It is the way back of the same translation.',
    'nginx cannot read WSGI. It gets a finished response.',
  ),
  nginx(
    'https',
    'End https with the certificate',
    'It opens the seal once, for everything behind it.',
    'It could, with --certfile. In this set-up nginx does it for all.',
  ),
  nginx(
    'saving',
    'Spare the memory and time that Python would take',
    'A connection costs it little. A worker holds Python, Django and your code in memory.',
  ),
  gunicorn(
    'call',
    'Run your application for each request',
    'A free worker takes the request and calls your code with it.',
  ),
  nginx(
    'balance',
    'Spread requests over machines and cache answers',
    'If you tell it to, it also does these.',
  ),
  gunicorn(
    'any-server',
    'Work behind nginx or any other web server',
    'It takes plain HTTP, so it does not matter who stands in front.',
    'nginx is one of those web servers itself.',
  ),
  django(
    'permission',
    'Decide whether this user may enter',
    'IsAuthenticated and your own rules stand in the view.',
  ),
  django('answer', 'Say Hello, World!', 'The content is yours alone.'),
]
