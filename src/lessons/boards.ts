/** Which boards can a step be played on, and what follows from the state of each? One line a board, twice. */
import { type AlgorithmSeen, type AlgorithmState, seeAlgorithm } from './boards/algorithmBoard.ts'
import { type BytesSeen, type BytesState, seeBytes } from './boards/bytesBoard.ts'
import { type ClaimSetSeen, type ClaimSetState, seeClaimSet } from './boards/claimSetBoard.ts'
import { type CutsSeen, type CutsState, seeCuts } from './boards/cutsBoard.ts'
import { type DialsSeen, type DialsState, seeDials } from './boards/dialsBoard.ts'
import { type FlipSeen, type FlipState, seeFlip } from './boards/flipBoard.ts'
import type { FlowState } from './boards/flowBoard.ts'
import { type FormulaSeen, type FormulaState, seeFormula } from './boards/formulaBoard.ts'
import { type HandoverSeen, type HandoverState, seeHandover } from './boards/handoverBoard.ts'
import type { BurstState } from './boards/burstBoard.ts'
import type { CanonicalState } from './boards/canonicalBoard.ts'
import type { CarrierState } from './boards/carrierBoard.ts'
import type { EnvelopeState } from './boards/envelopeBoard.ts'
import type { HopsState } from './boards/hopsBoard.ts'
import type { LineState } from './boards/lineBoard.ts'
import type { PermissionsState } from './boards/permissionsBoard.ts'
import type { ProjectState } from './boards/projectBoard.ts'
import type { RequestState } from './boards/requestBoard.ts'
import type { SettingsState } from './boards/settingsBoard.ts'
import type { StorageState } from './boards/storageBoard.ts'
import { type LabSeen, type LabState, seeLab } from './boards/labBoard.ts'
import { type LabsSeen, type LabsState, seeLabs } from './boards/labsBoard.ts'
import { type LensSeen, type LensState, seeLens } from './boards/lensBoard.ts'
import { type LinesSeen, type LinesState, seeLines } from './boards/linesBoard.ts'
import { type LoanSeen, type LoanState, seeLoan } from './boards/loanBoard.ts'
import { type NameSeen, type NameState, seeName } from './boards/nameBoard.ts'
import { type PinSeen, type PinState, seePin } from './boards/pinBoard.ts'
import { type SecrecySeen, type SecrecyState, seeSecrecy } from './boards/secrecyBoard.ts'
import type { PlanState } from './boards/planBoard.ts'
import type { SortState } from './boards/sortBoard.ts'
import { seeToken, type TokenSeen, type TokenState } from './boards/tokenBoard.ts'

/**
 * `state` is plain data, all that the learner has done; `seen` is what the goal and the explanation may ask about.
 * Where nothing has to be worked out, they are the same.
 */
export interface Boards {
  /** The decisions of a project. */
  plan: { state: PlanState; seen: PlanState }
  /** The debugger's own panes on the lesson's token. */
  token: { state: TokenState; seen: TokenSeen }
  /** The session lab's own picture and transport. */
  lab: { state: LabState; seen: LabSeen }
  /** Several ready-made sessions, one at a time in the lab. */
  labs: { state: LabsState; seen: LabsSeen }
  /** Cards into bins. */
  sort: { state: SortState; seen: SortState }
  /** Two cutters along a token. */
  cuts: { state: CutsState; seen: CutsSeen }
  /** Ingredients into the formula of the signature. */
  formula: { state: FormulaState; seen: FormulaSeen }
  /** One claim changed, with the bits of it. */
  flip: { state: FlipState; seen: FlipSeen }
  /** A key lent to somebody else. */
  loan: { state: LoanState; seen: LoanSeen }
  /** Lines for HTTPie, sent to SimpleJWT. */
  lines: { state: LinesState; seen: LinesSeen }
  /** Two lifetimes and what they cost. */
  dials: { state: DialsState; seen: DialsSeen }
  /** A payload under a lens, without a key. */
  lens: { state: LensState; seen: LensSeen }
  /** Bytes, groups of six bits and characters of a typed text. */
  bytes: { state: BytesState; seen: BytesSeen }
  /** The same claims encoded, signed, encrypted. */
  secrecy: { state: SecrecyState; seen: SecrecySeen }
  /** An alg with its keys and its signature. */
  algorithm: { state: AlgorithmState; seen: AlgorithmSeen }
  /** A partner who gets a key. */
  handover: { state: HandoverState; seen: HandoverSeen }
  /** A server that believes the header's alg, or does not. */
  pin: { state: PinState; seen: PinSeen }
  /** A claim's name among the names of others. */
  name: { state: NameState; seen: NameSeen }
  /** A set of claims before the ladder and before SimpleJWT. */
  claimSet: { state: ClaimSetState; seen: ClaimSetSeen }
  /** Messages in order. */
  flow: { state: FlowState; seen: FlowState }
  /** The same facts as a JWT and as a SAML assertion. */
  envelope: { state: EnvelopeState; seen: EnvelopeState }
  /** The same facts written another way. */
  canonical: { state: CanonicalState; seen: CanonicalState }
  /** A request, put together and sent. */
  request: { state: RequestState; seen: RequestState }
  /** What carries the token. */
  carrier: { state: CarrierState; seen: CarrierState }
  /** A header that grows. */
  permissions: { state: PermissionsState; seen: PermissionsState }
  /** Where a page keeps its token. */
  storage: { state: StorageState; seen: StorageState }
  /** A Django project with gaps. */
  project: { state: ProjectState; seen: ProjectState }
  /** One line that has to be right. */
  line: { state: LineState; seen: LineState }
  /** The SIMPLE_JWT block. */
  settings: { state: SettingsState; seen: SettingsState }
  /** Slow clients and stopped servers. */
  burst: { state: BurstState; seen: BurstState }
  /** One header on its way through the layers. */
  hops: { state: HopsState; seen: HopsState }
}

export type BoardKind = keyof Boards
export type BoardState = Boards[BoardKind]['state']
export type BoardSeen = Boards[BoardKind]['seen']

type See<Kind extends BoardKind> = (
  state: Boards[Kind]['state'],
  now: number,
) => Boards[Kind]['seen'] | Promise<Boards[Kind]['seen']>

const asItIs = <State>(state: State): State => state

const SEE: { [Kind in BoardKind]: See<Kind> } = {
  token: seeToken,
  lab: seeLab,
  labs: seeLabs,
  sort: asItIs,
  cuts: seeCuts,
  formula: seeFormula,
  flip: seeFlip,
  loan: seeLoan,
  lines: seeLines,
  dials: seeDials,
  lens: seeLens,
  bytes: seeBytes,
  secrecy: seeSecrecy,
  algorithm: seeAlgorithm,
  handover: seeHandover,
  pin: seePin,
  name: seeName,
  claimSet: seeClaimSet,
  flow: asItIs,
  envelope: asItIs,
  canonical: asItIs,
  request: asItIs,
  carrier: asItIs,
  permissions: asItIs,
  storage: asItIs,
  project: asItIs,
  line: asItIs,
  settings: asItIs,
  burst: asItIs,
  hops: asItIs,
  plan: asItIs,
}

/** What follows from the state of a board; promised where a check needs WebCrypto. `now` is seconds since 1970. */
export function see<Kind extends BoardKind>(
  kind: Kind,
  state: Boards[Kind]['state'],
  now: number,
): Boards[Kind]['seen'] | Promise<Boards[Kind]['seen']> {
  return SEE[kind](state, now)
}
