/** Which five holes can be tried here, and how is each closed? RFC 8725, ux.md 5.4. */
import { withMember } from './forgery.ts'
import type { Room } from './room.ts'
import { tryWords } from './tryWords.ts'

const makeAdmin: Room['moves'][number] = {
  label: 'Set admin to true',
  tells: 'The payload is plain text, so anybody can write it anew.',
  apply: (forgery) => ({ ...forgery, payload: withMember(forgery.payload, 'admin', true) }),
}

const unverified: Room = {
  slug: 'unverified',
  title: 'The server only reads',
  goal: 'This server decodes the token and never checks its signature. Become an admin.',
  alg: 'HS256',
  weakSecret: null,
  header: {},
  fixes: [['checksSignature']],
  moves: [makeAdmin],
  hasWordList: false,
  worked: 'Reading a token is not checking it. The signature no longer fits, and nobody looked.',
  stopped: 'Your payload is new, the signature is the old one: they do not belong together.',
  keep: 'Decoding tells what a token says. Only the check tells whether the issuer said it.',
  more: { label: 'Lesson 5, The seal', href: '#/learn/signature/1' },
}

const algNone: Room = {
  slug: 'alg-none',
  title: 'The header says: no signature',
  goal: 'This server checks as the header’s alg tells it to. Become an admin without any key.',
  alg: 'HS256',
  weakSecret: null,
  header: {},
  fixes: [['pinsAlgorithm'], ['bindsKey']],
  moves: [
    makeAdmin,
    {
      label: 'Set alg to none',
      tells: 'The standard knows tokens without a signature, and this server believes the header.',
      apply: (forgery) => ({ ...forgery, header: withMember(forgery.header, 'alg', 'none') }),
    },
    {
      label: 'Leave the signature empty',
      tells: 'A token under alg none ends with its second dot.',
      apply: (forgery) => ({ ...forgery, seal: 'empty' }),
    },
  ],
  hasWordList: false,
  worked: 'You chose how your own token is checked, and you chose not at all.',
  stopped: 'The server knows beforehand how its tokens are signed, whatever the header says.',
  keep: 'alg is written by whoever wrote the token. The server has to know it beforehand.',
  more: { label: 'Lesson 3, The header decides how to check', href: '#/learn/header/1' },
}

const weakSecret: Room = {
  slug: 'weak-secret',
  title: 'A secret that can be guessed',
  goal: 'This server checks well, but its secret is a word that everybody tries. Find it, then sign.',
  alg: 'HS256',
  weakSecret: 'changeme',
  header: {},
  fixes: [['hasRandomSecret']],
  moves: [
    {
      label: 'Try the ten words on Alice’s token',
      tells: 'Whoever holds one token can try secrets on it at home, as often as they like.',
      apply: (forgery, { given }) => ({ ...forgery, secret: tryWords(given) ?? '' }),
    },
    makeAdmin,
    {
      label: 'Sign with the word',
      tells: 'With HMAC, whoever can check can also sign.',
      apply: (forgery) => ({ ...forgery, seal: 'secret' }),
    },
  ],
  hasWordList: true,
  worked: 'Your token is as good as one of the server’s own: it was made with the same secret.',
  stopped:
    'The secret is random now, and no list holds it. Every token of the old secret died with it.',
  keep: 'A secret for HS256 is 32 random bytes, never a word, and it changes once it was seen.',
  more: { label: 'Finding: a secret that can be guessed', href: '#/ref/findings' },
}

const algConfusion: Room = {
  slug: 'alg-confusion',
  title: 'The public key as a secret',
  goal: 'This server signs with RS256 and publishes its public key. Become an admin with that key.',
  alg: 'RS256',
  weakSecret: null,
  header: {},
  fixes: [['pinsAlgorithm'], ['bindsKey']],
  moves: [
    makeAdmin,
    {
      label: 'Set alg to HS256',
      tells: 'The server then takes its key for a shared secret.',
      apply: (forgery) => ({ ...forgery, header: withMember(forgery.header, 'alg', 'HS256') }),
    },
    {
      label: 'Sign with the public key as the secret',
      tells: 'Its text, from BEGIN to END, is known to everybody.',
      apply: (forgery, { opened: { pair } }) => ({
        ...forgery,
        seal: 'secret',
        secret: pair?.publicPem ?? '',
      }),
    },
  ],
  hasWordList: false,
  worked:
    'The server used its public key as a secret, because the header asked for it. You know that key too.',
  stopped: 'A public key checks signatures of key pairs and nothing else.',
  keep: 'A key belongs to one algorithm. Whoever mixes them turns a public key into a secret.',
  more: { label: 'Lesson 3, The header decides how to check', href: '#/learn/header/1' },
}

const headerKey: Room = {
  slug: 'header-key',
  title: 'The header brings the key',
  goal: 'This server takes the key from where the header points. Become an admin with a key of your own.',
  alg: 'ES256',
  weakSecret: null,
  header: { kid: 'main' },
  fixes: [['ignoresHeaderKey', 'looksUpKid']],
  moves: [
    makeAdmin,
    {
      label: 'Sign with your own key',
      tells: 'A key pair is made in a moment. So far the server has no reason to trust yours.',
      apply: (forgery) => ({ ...forgery, seal: 'own-key' }),
    },
    {
      label: 'Put your public key into jwk',
      tells: 'The server checks with the key that your header brings along.',
      apply: (forgery, { opened: { own } }) => ({
        ...forgery,
        header: own
          ? withMember(forgery.header, 'jwk', publicJwkOf(own.publicJwk))
          : forgery.header,
      }),
    },
    {
      label: 'Or point kid at your upload',
      tells:
        'Alice’s picture on this server, /srv/uploads/alice.png, is her public key. kid can lead there.',
      apply: (forgery) => ({
        ...forgery,
        header: withMember(withMember(forgery.header, 'jwk', undefined), 'kid', UPLOADED_KID),
      }),
    },
  ],
  hasWordList: false,
  worked:
    'Your own key vouched for you. Two ways lead there: jwk, and a kid that is read as a path.',
  stopped: 'The server looks its keys up by itself: kid picks one of them and brings none.',
  keep: 'A key that comes with the token proves nothing about who made it.',
  more: { label: 'Header parameters in the reference', href: '#/ref/parameters' },
}

const UPLOADED_KID = '../uploads/alice.png'

const publicJwkOf = (text: string): unknown => JSON.parse(text)

/** In the order in which they are tried. */
export const ROOMS: readonly Room[] = [unverified, algNone, weakSecret, algConfusion, headerKey]

export function roomNamed(slug: string): Room | null {
  return ROOMS.find((room) => room.slug === slug) ?? null
}
