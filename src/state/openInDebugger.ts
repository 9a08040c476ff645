/** How does a token of the lab get into the debugger, as of the instant it was seen at? ux.md 4.6, decisions.md A8. */
import { isHmac } from '../simplejwt/signatures.ts'
import { LOGIN_TIME } from '../simulation/scenario.ts'
import { LAB_SECRET } from '../simulation/wire.ts'
import type { IssuedToken } from '../simulation/world.ts'
import { loadIntake, loadText } from './acts.ts'
import { freezeAt } from './chooseInstant.ts'
import { editKey } from './inspectorStore.ts'
import { labKeyText } from './labSigner.ts'

/** `instant` is milliseconds since the login. The lab’s key comes along: everybody may know it. */
export async function openInDebugger({ minted }: IssuedToken, instant: number): Promise<void> {
  const { signatures } = minted
  if (minted.text === null) await signatures.settle()
  const { text } = minted
  if (text === null) return
  const keyText = isHmac(signatures.algorithm) ? null : await labKeyText(signatures.algorithm)
  await loadIntake()
  loadText(text)
  editKey({ text: keyText ?? LAB_SECRET, encoding: 'utf8' })
  freezeAt(Math.floor((LOGIN_TIME + instant) / 1000))
}
