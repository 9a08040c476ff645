/** How does a token of the lab get into the debugger, as of the instant it was seen at? ux.md 4.6, decisions.md A8. */
import { LOGIN_TIME } from '../simulation/scenario.ts'
import { LAB_SECRET } from '../simulation/wire.ts'
import type { IssuedToken } from '../simulation/world.ts'
import { loadIntake, loadText } from './acts.ts'
import { freezeAt } from './chooseInstant.ts'
import { editKey } from './inspectorStore.ts'

/** `instant` is milliseconds since the login. The lab’s key comes along: everybody may know it. */
export async function openInDebugger({ minted }: IssuedToken, instant: number): Promise<void> {
  const { text } = minted
  if (text === null) return
  await loadIntake()
  loadText(text)
  editKey({ text: LAB_SECRET, encoding: 'utf8' })
  freezeAt(Math.floor((LOGIN_TIME + instant) / 1000))
}
