/** Which theme is in force, of the choice, of what the system asks for, and of a projector? */
import { presenterStore } from './presenter.ts'
import { loadPreferences, preferencesStore, type ThemeChoice } from './preferencesStore.ts'

/**
 * Keeps the page's theme in step with the stored choice and with the system; until now boot.js has set it.
 * Returns a function that stops it.
 */
export function followTheme(): () => void {
  const isDark = matchMedia('(prefers-color-scheme: dark)')
  const isContrasty = matchMedia('(prefers-contrast: more)')
  const apply = (): void => {
    const choice = preferencesStore.getState().theme
    const { dataset } = document.documentElement
    dataset['themeChoice'] = choice
    const { isOn } = presenterStore.getState()
    dataset['theme'] = isOn ? 'projector' : resolve(choice, isDark.matches, isContrasty.matches)
  }
  loadPreferences()
  apply()
  const forget = [preferencesStore.subscribe(apply), presenterStore.subscribe(apply)]
  isDark.addEventListener('change', apply)
  isContrasty.addEventListener('change', apply)
  return () => {
    for (const end of forget) end()
    isDark.removeEventListener('change', apply)
    isContrasty.removeEventListener('change', apply)
  }
}

function resolve(choice: ThemeChoice, isDark: boolean, isContrasty: boolean): string {
  if (choice !== 'system') return choice
  if (isContrasty) return 'projector'
  return isDark ? 'dark' : 'light'
}
