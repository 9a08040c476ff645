/** How do verdict, token, key and readings stand together? ux.md 3.1, 6.3. */
import { type ReactElement, Suspense } from 'react'
import {
  BytesPane,
  ClaimList,
  Disclosures,
  FindingList,
  HeaderList,
  KeyPane,
  PolicyPane,
  SignaturePane,
  TimePane,
} from '../late.ts'
import css from './DebugScreen.module.css'
import { JumpLink } from '../../ui/JumpLink.tsx'
import { PartPane } from './PartPane.tsx'
import { TokenPane } from './TokenPane.tsx'
import { VerdictPane } from './VerdictPane.tsx'

interface Props {
  /** What the link asked for that this page does not know. */
  unknownSettings: readonly string[]
}

export function DebugScreen({ unknownSettings }: Props): ReactElement {
  return (
    <>
      <h1 className="visually-hidden">Debugger</h1>
      <div className={css['zone']}>
        <div className={css['upper']}>
          <VerdictPane />
          <TokenPane unknownSettings={unknownSettings} />
          <Suspense>
            <KeyPane />
          </Suspense>
        </div>
      </div>
      <div className={`${css['zone']} ${css['below']}`}>
        <nav className={css['jumps']} aria-label="Parts">
          <JumpLink to="header">Header</JumpLink>
          <JumpLink to="payload">Payload</JumpLink>
          <JumpLink to="signature">Signature</JumpLink>
          <JumpLink to="claims">Claims</JumpLink>
          <JumpLink to="findings">Findings</JumpLink>
        </nav>
        <div className={css['lower']}>
          <div className={css['column']}>
            <PartPane pane="header" />
            <Suspense>
              <HeaderList />
              <SignaturePane />
            </Suspense>
          </div>
          <div className={css['column']}>
            <PartPane pane="payload" />
            <Suspense>
              <BytesPane />
              <TimePane />
              <PolicyPane />
            </Suspense>
          </div>
          <div className={css['column']}>
            <Suspense>
              <ClaimList />
              <Disclosures />
              <FindingList />
            </Suspense>
          </div>
        </div>
      </div>
    </>
  )
}
