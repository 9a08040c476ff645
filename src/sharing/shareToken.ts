/** How does a link to a token read, and what should be known before it is given away? ux.md 2.2. */
import { tellDuration } from '../claims/duration.ts'
import { judgeValidity } from '../claims/validity.ts'
import type { SampleId } from '../samples/sampleIds.ts'
import type { JsonObject } from '../token/jsonText.ts'

/** Never a key. `base` is the address of the page; what stands after its # is replaced. */
export function shareLink(base: string, what: { sample: SampleId } | { token: string }): string {
  const setting = 'sample' in what ? `sample=${what.sample}` : `t=${encodeURIComponent(what.token)}`
  return new URL(`#/debug?${setting}`, base).href
}

export interface ShareRisk {
  state: 'fail' | 'warning'
  lead: string
  rest: string
}

/** By the real clock, whatever instant the token is judged at: `live` is seconds. null claims cannot be read. */
export function tellShareRisk(claims: JsonObject | null, live: number): ShareRisk {
  const validity = judgeValidity(claims, live, 0)
  switch (validity.state) {
    case 'in time':
      return {
        state: 'fail',
        lead: 'This token is still alive.',
        rest: `Whoever gets the link can use it for another ${tellDuration(live, validity.exp)}.`,
      }
    case 'no exp':
      return {
        state: 'fail',
        lead: 'This token never expires.',
        rest: 'Whoever gets the link can use it for ever.',
      }
    case 'not yet':
      return {
        state: 'fail',
        lead: `This token comes alive in ${tellDuration(live, validity.nbf)}.`,
        rest: 'Whoever gets the link can use it from then on.',
      }
    case 'expired':
      return {
        state: 'warning',
        lead: `This token expired ${tellDuration(validity.exp, live)} ago.`,
        rest: 'Servers refuse it, but whoever gets the link can read its claims.',
      }
    case 'within leeway':
    case 'unclear':
    case 'unreadable':
      return {
        state: 'fail',
        lead: 'Nobody can tell from here when this token expires.',
        rest: 'Treat it as alive: whoever gets the link may be able to use it.',
      }
    default:
      return validity satisfies never
  }
}
