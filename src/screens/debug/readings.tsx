/** Which panes explain a token and may arrive after those that answer? */
import { ClaimList as Claims } from './ClaimList.tsx'
import { FindingList as Findings } from './FindingList.tsx'
import { SignaturePane as Signature } from './SignaturePane.tsx'
import { TimePane as Time } from './TimePane.tsx'

export const ClaimList = Claims
export const FindingList = Findings
export const SignaturePane = Signature
export const TimePane = Time
