/** Under which pane is each fault of a token told? */
import type { ReactElement } from 'react'
import type { PaneName } from '../../../state/inspectorStore.ts'
import type { PartName, TokenFault } from '../../../token/fault.ts'
import { FaultStrips } from './FaultStrips.tsx'

export interface PlacedFaultsProps {
  faults: readonly TokenFault[]
  place: PaneName | 'token'
}

export function PlacedFaults({ faults, place }: PlacedFaultsProps): ReactElement {
  const isHere = place === 'token' ? isOfToken : isOfPane(place)
  return <FaultStrips faults={faults.filter(isHere)} />
}

/** Faults that the token's own pane tells, whatever part they are in. */
const TOLD_ABOVE = new Set<TokenFault['code']>(['part-count', 'cut-out', 'illegal-character'])

const isOfPane =
  (pane: PaneName) =>
  (fault: TokenFault): boolean =>
    !TOLD_ABOVE.has(fault.code) && partOfFault(fault) === pane

/** What no pane of a part can tell stands right under the token. */
function isOfToken(fault: TokenFault): boolean {
  if (fault.code === 'of-form' || TOLD_ABOVE.has(fault.code)) return true
  return 'part' in fault && !['header', 'payload', 'signature'].includes(fault.part)
}

function partOfFault(fault: TokenFault): PartName | null {
  if ('part' in fault) return fault.part
  switch (fault.code) {
    case 'empty-header':
    case 'alg-missing':
    case 'alg-not-text':
    case 'b64-without-crit':
      return 'header'
    case 'empty-payload':
      return 'payload'
    case 'part-count':
    case 'cut-out':
    case 'of-form':
      return null
    default:
      return fault satisfies never
  }
}
