/** What arrives together once the first answers stand? */
import { Tabs } from '../ui/Tabs.tsx'
import { CompareScreen } from './compare/CompareScreen.tsx'
import { ClaimList } from './debug/ClaimList.tsx'
import { CountdownAnnouncer } from './debug/CountdownAnnouncer.tsx'
import { FaultStrips } from './debug/FaultStrips.tsx'
import { FindingList } from './debug/FindingList.tsx'
import { KeyPane } from './debug/KeyPane.tsx'
import { SignaturePane } from './debug/SignaturePane.tsx'
import { TimePane } from './debug/TimePane.tsx'
import { TokenTools } from './debug/TokenTools.tsx'
import { PrivacyScreen } from './PrivacyScreen.tsx'
import { loadSigning } from '../state/signActs.ts'
import { TopBarEnd } from './TopBarEnd.tsx'

export {
  ClaimList,
  CompareScreen,
  CountdownAnnouncer,
  FaultStrips,
  FindingList,
  KeyPane,
  loadSigning,
  PrivacyScreen,
  SignaturePane,
  Tabs,
  TimePane,
  TokenTools,
  TopBarEnd,
}
