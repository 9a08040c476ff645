/** Who can read the same claims, and who can change them unseen, where they are encoded, signed or encrypted? RFC 7515, 7516. */
import { encryptToken } from '../../encryption/encryptToken.ts'
import { assess } from '../../judgement/assess.ts'
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { DEMO_KEY } from '../../samples/rareSamples.ts'
import { encodeBase64url } from '../../token/base64url.ts'
import { readToken } from '../../token/readToken.ts'
import { rewriteSegment } from '../../token/rewriteToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { withMember } from '../claimText.ts'
import { signPayload } from '../signPayload.ts'
import { oncePerState } from '../oncePerState.ts'

export const FORMS = ['encoded', 'signed', 'encrypted'] as const

export type SecrecyForm = (typeof FORMS)[number]

export interface SecrecyState {
  /** The claims as JSON text. */
  claims: string
  form: SecrecyForm
  /** In which forms the stranger's change was tried. */
  tried: readonly SecrecyForm[]
}

export interface SecrecySeen extends SecrecyState {
  /** null where this browser cannot make it. */
  token: string | null
  /** What a stranger reads without a key. */
  read: string | null
  /** What came of the stranger's change. */
  change: StrangersChange | null
}

interface StrangersChange {
  token: string
  /** A server that holds the key sees that something was changed. */
  isNoticed: boolean
  /** What a server that holds the key finds, one or two sentences. */
  told: string
}

/** Never rejects. */
export const seeSecrecy = oncePerState(async (state: SecrecyState): Promise<SecrecySeen> => {
  const token = await makeToken(state)
  if (token === null) return { ...state, token, read: null, change: null }
  const reading = readToken(token)
  const changed = changeAsStranger(token)
  const { told, verdict } = await assess({
    token: changed,
    keyText: state.form === 'encrypted' ? DEMO_KEY : DEMO_SECRET,
    encoding: 'utf8',
  })
  return {
    ...state,
    token,
    read: reading.form === 'jwe' ? null : (reading.payload?.decoded.text ?? null),
    change: {
      token: changed,
      // without a signature there is nothing that could tell
      isNoticed: state.form !== 'encoded' && verdict.kind !== 'verified',
      told:
        state.form === 'encoded'
          ? 'There is no signature, so nothing tells the changed claims from the first ones.'
          : `${told.lead} ${told.rest}`.trim(),
    },
  }
})

async function makeToken({ form, claims }: SecrecyState): Promise<string | null> {
  switch (form) {
    case 'encoded':
      return `${encodeBase64url(writeUtf8('{"alg":"none"}'))}.${encodeBase64url(writeUtf8(claims))}.`
    case 'signed':
      return signPayload(claims)
    case 'encrypted': {
      const header = '{"alg":"dir","enc":"A256GCM","typ":"JWT"}'
      const made = await encryptToken(header, writeUtf8(claims), DEMO_KEY, 'utf8')
      return made.kind === 'made' ? made.token : null
    }
    default:
      return form satisfies never
  }
}

/** Adds a claim where the claims can be read; else swaps the first character of what is encrypted. */
function changeAsStranger(token: string): string {
  const reading = readToken(token)
  if (reading.form !== 'jwe' && reading.payload)
    return rewriteSegment(
      token,
      reading.payload,
      writeUtf8(withMember(reading.payload.decoded.text, 'admin', true)),
    )
  const parts = token.split('.')
  const sealed = parts[3] ?? ''
  return parts.with(3, (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1)).join('.')
}

/** Another form; what was tried stays known. */
export const turnTo = (state: SecrecyState, form: SecrecyForm): SecrecyState => ({ ...state, form })

export const tryChange = (state: SecrecyState): SecrecyState => ({
  ...state,
  tried: FORMS.filter((form) => form === state.form || state.tried.includes(form)),
})
