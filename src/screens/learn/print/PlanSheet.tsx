/** How does a project's plan stand on paper, with boxes to tick? ux.md 6.4. */
import type { ReactElement } from 'react'
import {
  linesOf,
  planSettings,
  type PlanState,
  tellClashes,
} from '../../../lessons/boards/planBoard.ts'
import { Sheet } from './Sheet.tsx'

export function PlanSheet({ chosen }: { chosen: PlanState['chosen'] }): ReactElement {
  return (
    <Sheet name="checklist">
      <h1>Tokens in our project</h1>
      <p>Project: ______________________________ Date: ______________</p>
      {linesOf({ group: null, chosen }).map(({ decision, option }) => (
        <section key={decision.id}>
          <h2>{decision.question}</h2>
          {option ? (
            <>
              <p>
                {option.isRisky && <b>Puts users at risk: </b>}
                {option.label}. {option.brings}
              </p>
              <p className="sheet-box">{option.todo}</p>
            </>
          ) : (
            <p className="sheet-line" />
          )}
        </section>
      ))}
      {tellClashes({ chosen }).map((told) => (
        <p key={told} className="sheet-box">
          {told}
        </p>
      ))}
      <section>
        <h2>settings.py</h2>
        <pre>{planSettings(chosen)}</pre>
      </section>
    </Sheet>
  )
}
