/** Which algorithm did a misspelt name mean? */
import { nearestName } from '../token/nearestName.ts'
import { signatureAlgorithms } from './signatureAlgorithms.ts'

/** The one signature algorithm that a misspelt name is nearest to (two slips at most), or null where none or several are. */
export function nearestAlgorithm(name: string): string | null {
  return nearestName(
    name,
    signatureAlgorithms.map(({ name: known }) => known),
  )
}
