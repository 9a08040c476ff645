/** Which component plays each kind of board? One line a board. */
import type { ComponentType, ReactElement } from 'react'
import type { BoardKind, Boards } from '../../lessons/boards.ts'
import type { StepOf } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { AlgorithmBoard } from './boards/AlgorithmBoard.tsx'
import { BytesBoard } from './boards/BytesBoard.tsx'
import { ClaimSetBoard } from './boards/ClaimSetBoard.tsx'
import { CutsBoard } from './boards/CutsBoard.tsx'
import { DialsBoard } from './boards/DialsBoard.tsx'
import { FlipBoard } from './boards/FlipBoard.tsx'
import { FlowBoard } from './boards/FlowBoard.tsx'
import { FormulaBoard } from './boards/FormulaBoard.tsx'
import { HandoverBoard } from './boards/HandoverBoard.tsx'
import { BurstBoard } from './boards/BurstBoard.tsx'
import { CanonicalBoard } from './boards/CanonicalBoard.tsx'
import { CarrierBoard } from './boards/CarrierBoard.tsx'
import { EnvelopeBoard } from './boards/EnvelopeBoard.tsx'
import { HopsBoard } from './boards/HopsBoard.tsx'
import { LineBoard } from './boards/LineBoard.tsx'
import { PermissionsBoard } from './boards/PermissionsBoard.tsx'
import { ProjectBoard } from './boards/ProjectBoard.tsx'
import { RequestBoard } from './boards/RequestBoard.tsx'
import { SettingsBoard } from './boards/SettingsBoard.tsx'
import { StorageBoard } from './boards/StorageBoard.tsx'
import { LabBoard } from './boards/LabBoard.tsx'
import { LabsBoard } from './boards/LabsBoard.tsx'
import { LensBoard } from './boards/LensBoard.tsx'
import { LinesBoard } from './boards/LinesBoard.tsx'
import { LoanBoard } from './boards/LoanBoard.tsx'
import { NameBoard } from './boards/NameBoard.tsx'
import { PinBoard } from './boards/PinBoard.tsx'
import { PlanBoard } from './boards/PlanBoard.tsx'
import { SecrecyBoard } from './boards/SecrecyBoard.tsx'
import { SortBoard } from './boards/SortBoard.tsx'
import { TokenBoard } from './boards/TokenBoard.tsx'

/** A board shows `state` and hands every change on; it keeps nothing that the state could hold. */
export interface BoardProps<Kind extends BoardKind> {
  state: Boards[Kind]['state']
  onChange: (state: Boards[Kind]['state']) => void
  token: LessonToken
  step: StepOf<Kind>
}

const BOARDS: { [Kind in BoardKind]: ComponentType<BoardProps<Kind>> } = {
  token: TokenBoard,
  lab: LabBoard,
  labs: LabsBoard,
  sort: SortBoard,
  cuts: CutsBoard,
  formula: FormulaBoard,
  flip: FlipBoard,
  loan: LoanBoard,
  lines: LinesBoard,
  dials: DialsBoard,
  lens: LensBoard,
  bytes: BytesBoard,
  secrecy: SecrecyBoard,
  algorithm: AlgorithmBoard,
  handover: HandoverBoard,
  pin: PinBoard,
  name: NameBoard,
  claimSet: ClaimSetBoard,
  flow: FlowBoard,
  envelope: EnvelopeBoard,
  canonical: CanonicalBoard,
  request: RequestBoard,
  carrier: CarrierBoard,
  permissions: PermissionsBoard,
  storage: StorageBoard,
  project: ProjectBoard,
  line: LineBoard,
  settings: SettingsBoard,
  burst: BurstBoard,
  hops: HopsBoard,
  plan: PlanBoard,
}

export function BoardView<Kind extends BoardKind>(props: BoardProps<Kind>): ReactElement {
  const Board: ComponentType<BoardProps<Kind>> = BOARDS[props.step.board]
  return <Board {...props} />
}
