/** When do the rich fields come, and when do they go? Arrives late. */
import { isSpared, showPlainFields, showRichFields } from './editor/upgrade.ts'
import { loadPreferences, preferencesStore } from './state/preferencesStore.ts'

/** Resolves when they stand on the page, have failed to come, or are not wanted. From now on the preference is followed. */
export async function startRichFields(): Promise<void> {
  loadPreferences()
  if (isSpared()) return
  preferencesStore.subscribe(({ hasPlainEditors }, before) => {
    if (hasPlainEditors === before.hasPlainEditors) return
    if (hasPlainEditors) showPlainFields()
    else void showRichFields()
  })
  if (!preferencesStore.getState().hasPlainEditors) await showRichFields()
}
