/** What arrives together once the first answers stand? */
import { BytesPane } from './debug/link/BytesPane.tsx'
import { ClaimList } from './debug/explain/ClaimList.tsx'
import { CountdownAnnouncer } from './debug/time/CountdownAnnouncer.tsx'
import { Disclosures } from './debug/explain/Disclosures.tsx'
import { FormTools } from './debug/FormTools.tsx'
import { PolicyPane } from './debug/PolicyPane.tsx'
import { PlacedFaults } from './debug/explain/PlacedFaults.tsx'
import { FindingList } from './debug/explain/FindingList.tsx'
import { HeaderList } from './debug/explain/HeaderList.tsx'
import { KeyPane } from './debug/key/KeyPane.tsx'
import { LinkedLine } from './debug/link/LinkedLine.tsx'
import { LinkNote } from './debug/link/LinkNote.tsx'
import { PartMap } from './debug/link/PartMap.tsx'
import { SignaturePane } from './debug/signature/SignaturePane.tsx'
import { TimePane } from './debug/time/TimePane.tsx'
import { TokenTabs } from './debug/TokenTabs.tsx'
import { TokenTools } from './debug/TokenTools.tsx'
import { TopBarEnd } from './TopBarEnd.tsx'

export {
  Disclosures,
  FormTools,
  PolicyPane,
  BytesPane,
  ClaimList,
  CountdownAnnouncer,
  PlacedFaults,
  FindingList,
  HeaderList,
  KeyPane,
  LinkedLine,
  LinkNote,
  PartMap,
  SignaturePane,
  TimePane,
  TokenTabs,
  TokenTools,
  TopBarEnd,
}
