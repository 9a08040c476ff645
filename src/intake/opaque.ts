/** Which well-known credential is this, if it is no JSON Web Token? */

interface Shape {
  /** With its article, as it stands after “looks like”. */
  name: string
  pattern: RegExp
}

/** Shapes that a prefix makes certain, wherever they stand. */
const prefixed: readonly Shape[] = [
  { name: 'a PASETO v1 token', pattern: /(?<![\w.])v1\.(?:local|public)\.[\w-]{10}/ },
  { name: 'a PASETO v2 token', pattern: /(?<![\w.])v2\.(?:local|public)\.[\w-]{10}/ },
  { name: 'a PASETO v3 token', pattern: /(?<![\w.])v3\.(?:local|public)\.[\w-]{10}/ },
  { name: 'a PASETO v4 token', pattern: /(?<![\w.])v4\.(?:local|public)\.[\w-]{10}/ },
  { name: 'a GitHub personal access token', pattern: /(?<!\w)(?:ghp_\w{30}|github_pat_\w{20})/ },
  { name: 'a GitHub OAuth token', pattern: /(?<!\w)gho_\w{30}/ },
  { name: 'a GitHub app token', pattern: /(?<!\w)gh[usr]_\w{30}/ },
  { name: 'a GitLab access token', pattern: /(?<!\w)glpat-[\w-]{20}/ },
  { name: 'a Google OAuth access token', pattern: /(?<!\w)ya29\.[\w-]{8}/ },
  { name: 'a Google API key', pattern: /(?<!\w)AIza[\w-]{35}/ },
  { name: 'a Fernet token', pattern: /(?<![\w-])gAAAA[\w-]{20}/ },
  { name: 'an AWS access key id', pattern: /(?<!\w)(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)/ },
  { name: 'a Slack token', pattern: /(?<!\w)xox[abeoprs]-[\w-]{8}/ },
  { name: 'a Slack app token', pattern: /(?<!\w)xapp-\d-[\w-]{8}/ },
  { name: 'a Stripe key', pattern: /(?<!\w)[sr]k_(?:live|test)_\w{8}/ },
  { name: 'an npm token', pattern: /(?<!\w)npm_\w{36}/ },
  { name: 'a PyPI token', pattern: /(?<!\w)pypi-AgE[\w-]{10}/ },
  { name: 'a SendGrid key', pattern: /(?<!\w)SG\.[\w-]{16,24}\.[\w-]{30}/ },
  { name: 'a HashiCorp Vault token', pattern: /(?<!\w)hvs\.[\w-]{20}/ },
]

/** Shapes that only count where nothing else was pasted. */
const whole: readonly Shape[] = [
  { name: 'a Django session id', pattern: /^[a-z0-9]{32}$/ },
  { name: 'a Django REST framework token', pattern: /^[0-9a-f]{40}$/ },
  {
    name: 'a UUID',
    pattern: /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  },
  { name: 'a macaroon', pattern: /^(?:MDAx[\w+/-]{20,}|AgE[\w+/-]{20,})={0,2}$/ },
  { name: 'a value signed by Django', pattern: /^\.?[\w-]+:[A-Za-z0-9]{5,8}:[\w-]{27,43}$/ },
  {
    name: 'Basic credentials, a user name and a password',
    pattern: /^(?:(?:proxy-)?authorization\s{0,9}:\s{0,9})?basic\s{1,9}[\w+/=-]+$/i,
  },
  {
    name: 'SAML or another XML text',
    pattern: /^<(?:\?xml|(?:[\w-]{1,40}:)?(?:Assertion|Response|AuthnRequest|EntityDescriptor))\b/,
  },
  { name: 'SAML in base64', pattern: /^(?:PHNhbWw|PD94bWwg)[\w+/-]{20}/ },
  { name: 'a session signed by Flask', pattern: /^\.?[\w-]+\.[\w-]{5,8}\.[\w-]{27}$/ },
]

export interface OpaqueShape {
  /** With its article, as it stands after “looks like”. */
  name: string
  /** True where the whole paste has that shape. */
  isWhole: boolean
}

/** How much of a paste is searched for shapes inside it. */
const SEARCHED = 200_000

/** null for none. `values` are the whole paste with and without scheme and quotes. Linear. */
export function nameOpaque(values: readonly string[], raw: string): OpaqueShape | null {
  const short = values.filter((value) => value.length < 20_000)
  const known = whole.find(({ pattern }) => short.some((value) => pattern.test(value)))
  if (known !== undefined) return { name: known.name, isWhole: true }
  const text = raw.slice(0, SEARCHED)
  const inside = prefixed.find(({ pattern }) => pattern.test(text))
  return inside === undefined ? null : { name: inside.name, isWhole: false }
}
