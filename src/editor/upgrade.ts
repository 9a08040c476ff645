/** How do the rich fields come in the place of the plain ones, and go again? Arrives late. architecture.md B.5. */
import { engineStore } from './engine.ts'
import { leavePlain, plainFields } from './handOver.ts'
import { typing } from './typing.ts'

/** What some browsers tell of the connection; TypeScript does not know it. */
interface Connected extends Navigator {
  connection?: { saveData?: boolean }
}

/** Nobody who has written nothing for this many milliseconds is in the middle of it. */
const PAUSE = 1000

const { getState, setState } = engineStore

/** True where they would do harm: little data is asked for, a finger points, or the system sets the colours, of which they know nothing. */
export function isSpared(): boolean {
  const { connection }: Connected = navigator
  if (connection?.saveData === true) return true
  return matchMedia('(pointer: coarse), (forced-colors: active)').matches
}

let isWanted = false

/** Loads them, and exchanges each field as soon as nobody is writing in it. What does not arrive is said. */
export async function showRichFields(): Promise<void> {
  isWanted = true
  try {
    const { RichField, prepare } = await import('./monaco/RichField.tsx')
    await prepare()
    if (!isWanted) return
    const busy = plainFields().find(isBusy)
    for (const area of plainFields()) if (area !== busy) leavePlain(area)
    setState({ Rich: RichField, held: busy?.getAttribute('aria-label') ?? null, hasFailed: false })
    if (busy) void exchangeLater(busy)
  } catch {
    setState({ hasFailed: true })
  }
}

export function showPlainFields(): void {
  isWanted = false
  setState({ Rich: null, held: null })
}

function isBusy(area: HTMLTextAreaElement): boolean {
  if (document.activeElement !== area) return false
  return typing.isComposing || performance.now() - typing.at < PAUSE
}

async function exchangeLater(area: HTMLTextAreaElement): Promise<void> {
  if (isBusy(area)) {
    await nextLook(area)
    return exchangeLater(area)
  }
  if (getState().held === null) return
  if (area.isConnected) leavePlain(area)
  setState({ held: null })
}

/** Resolves after a while, or as soon as the field is left. */
function nextLook(area: HTMLTextAreaElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE / 4)
    area.addEventListener(
      'blur',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
