/** What else is there, beside the views that the bar names? */
import type { ReactElement } from 'react'
import css from './MoreScreen.module.css'

const PLACES = [
  {
    name: 'Compare',
    href: '#/compare',
    about:
      'Two tokens side by side, claim by claim: what differs, and whether one login made both.',
  },
  {
    name: 'Reference',
    href: '#/ref',
    about:
      'Every claim, header parameter, algorithm, media type, finding and message, to search without a network.',
  },
  {
    name: 'Privacy',
    href: '#/privacy',
    about: 'What this page can and cannot see, and a button that tries to make it leak.',
  },
]

/** Addresses to copy, not to follow: from this page no link leads to another server. */
const READING = [
  { name: 'JSON Web Token', at: 'RFC 7519' },
  { name: 'JSON Web Signature', at: 'RFC 7515' },
  { name: 'JSON Web Token Best Current Practices', at: 'RFC 8725' },
  { name: 'OAuth 2.0 Security Best Current Practice', at: 'RFC 9700' },
  { name: 'Introduction to JSON Web Tokens', at: 'jwt.io/introduction' },
  {
    name: 'SimpleJWT with Django REST framework',
    at: 'simpleisbetterthancomplex.com/tutorial/2018/12/19/how-to-use-jwt-authentication-with-django-rest-framework.html',
  },
  { name: 'SimpleJWT’s own documentation', at: 'django-rest-framework-simplejwt.readthedocs.io' },
  { name: 'nginx and gunicorn, and why both', at: 'vsupalov.com/gunicorn-and-nginx' },
  {
    name: 'Why runserver is not for production',
    at: 'vsupalov.com/django-runserver-in-production',
  },
]

export function MoreScreen(): ReactElement {
  return (
    <div className={css['page']}>
      <h1>More</h1>
      <ul aria-label="Places" className={css['places']}>
        {PLACES.map(({ name, href, about }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <p>{about}</p>
          </li>
        ))}
      </ul>
      <h2>Further reading</h2>
      <p className={css['note']}>
        No link on this page leads to another server, so these are names and addresses to look up.
      </p>
      <dl className={css['reading']}>
        {READING.map(({ name, at }) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{at}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
