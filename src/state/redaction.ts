/** Are token, values and key drawn as dots, so that a screenshot tells nothing? */
import { createStore } from 'zustand/vanilla'

export const redactionStore = createStore<{ isRedacted: boolean }>(() => ({ isRedacted: false }))

/** Only how the page looks changes: copying and checking use the text as it is. Lasts as long as the page is open. */
export function redact(isRedacted: boolean): void {
  document.documentElement.toggleAttribute('data-redacted', isRedacted)
  redactionStore.setState({ isRedacted })
}
