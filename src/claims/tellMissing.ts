/** What would be otherwise if a claim were missing? RFC 7519 §4.1, OpenID Connect Core §2, §5.1. */
import type { ClaimKind } from './classifyClaim.ts'

/** One or two sentences; a name that this page does not know is told by its kind. */
export function tellMissing(name: string, kind: ClaimKind): string {
  return MISSING.get(name) ?? OTHERWISE[kind]
}

const OTHERWISE: Record<ClaimKind, string> = {
  Registered: 'The standard leaves it to the parties, so some servers would refuse the token.',
  Public: 'Programs that look for this name would find nothing. Others would not notice.',
  Private:
    'Only the programs that agreed on this name would notice, and most would refuse the request.',
}

const PROFILE = 'The app would show less, and would have to ask the issuer for the profile.'

const MISSING = new Map<string, string>([
  [
    'iss',
    'Nobody could tell which server made the token, nor whose key to check it with. A server with one issuer may not notice.',
  ],
  [
    'sub',
    'The token would speak for nobody: a server would know that it is good, but not whose it is.',
  ],
  [
    'aud',
    'Every service that trusts this issuer would take the token as meant for it. A service that checks aud refuses it.',
  ],
  ['exp', 'The token would never expire. Whoever stole it could use it for ever.'],
  ['nbf', 'The token would be usable from the moment it was made. Most tokens do without.'],
  [
    'iat',
    'Nobody could tell how old the token is. Rules such as “not older than one day” could not be checked.',
  ],
  [
    'jti',
    'This one token could not be put on a blacklist, nor could a server notice that it comes a second time.',
  ],
  [
    'token_type',
    'SimpleJWT would refuse the token: it could not tell an access token from a refresh token.',
  ],
  ['user_id', 'SimpleJWT would not know which user to load, and would refuse the token.'],
  ['scope', 'The API would not know what the token allows. A careful one would allow nothing.'],
  ['nonce', 'An app could not tell a token of its own login from one of another login.'],
  ['azp', 'Where aud names several services, nobody could tell which app asked for the token.'],
  ['client_id', 'The API could not tell which app asks, nor treat apps differently.'],
  ['auth_time', 'An app could not insist on a recent sign-in.'],
  ['acr', 'An app could not tell how strong the sign-in was.'],
  ['amr', 'An app could not tell whether a second factor was used.'],
  ['sid', 'A logout could end all sessions of the user, but not this one alone.'],
  ['at_hash', 'An app could not notice that the access token beside it was swapped.'],
  ['c_hash', 'An app could not notice that the login code beside it was swapped.'],
  [
    'cnf',
    'The token would be a plain bearer token: whoever holds it could use it, without proof of a key.',
  ],
  ['act', 'The token would look as if its subject acted alone.'],
  ['may_act', 'Nobody would be allowed to act for the subject.'],
  ['roles', 'The API would have to look the roles up, or grant none.'],
  ['groups', 'The API would have to look the groups up, or grant none.'],
  [
    'email_verified',
    'An app must take the address as unchecked, and must not find accounts by it.',
  ],
  ['realm_access', 'Keycloak’s adapters would find no role of the realm, and would grant none.'],
  [
    'resource_access',
    'Keycloak’s adapters would find no role of any client, and would grant none.',
  ],
  ['events', 'The token would report nothing, so its receiver must refuse it.'],
  ['vc', 'The token would be an ordinary one, without a credential in it.'],
  ['name', PROFILE],
  ['email', PROFILE],
  ['given_name', PROFILE],
  ['family_name', PROFILE],
  ['picture', PROFILE],
  ['address', PROFILE],
])
