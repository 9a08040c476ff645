/** What arrives together once the first answers stand? */
import { BytesPane } from './debug/BytesPane.tsx'
import { ClaimList } from './debug/ClaimList.tsx'
import { CountdownAnnouncer } from './debug/CountdownAnnouncer.tsx'
import { Disclosures } from './debug/Disclosures.tsx'
import { FormTools } from './debug/FormTools.tsx'
import { PolicyPane } from './debug/PolicyPane.tsx'
import { PlacedFaults } from './debug/PlacedFaults.tsx'
import { FindingList } from './debug/FindingList.tsx'
import { HeaderList } from './debug/HeaderList.tsx'
import { KeyPane } from './debug/KeyPane.tsx'
import { LinkedLine } from './debug/LinkedLine.tsx'
import { LinkNote } from './debug/LinkNote.tsx'
import { PartMap } from './debug/PartMap.tsx'
import { SignaturePane } from './debug/SignaturePane.tsx'
import { TimePane } from './debug/TimePane.tsx'
import { TokenTabs } from './debug/TokenTabs.tsx'
import { TokenTools } from './debug/TokenTools.tsx'
import { OtherScreen } from './OtherScreen.tsx'
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
  OtherScreen,
  PartMap,
  SignaturePane,
  TimePane,
  TokenTabs,
  TokenTools,
  TopBarEnd,
}
