/** Which theme is in force, of the choice and of what the system asks for? */
import { preferencesStore, type ThemeChoice } from './preferencesStore.ts'

/** Keeps the page's theme in step with the choice and with the system. */
export function followTheme(): void {
  const isDark = matchMedia('(prefers-color-scheme: dark)')
  const isContrasty = matchMedia('(prefers-contrast: more)')
  const apply = (): void => {
    const choice = preferencesStore.getState().theme
    const { dataset } = document.documentElement
    dataset['themeChoice'] = choice
    dataset['theme'] = resolve(choice, isDark.matches, isContrasty.matches)
  }
  apply()
  preferencesStore.subscribe(apply)
  isDark.addEventListener('change', apply)
  isContrasty.addEventListener('change', apply)
}

function resolve(choice: ThemeChoice, isDark: boolean, isContrasty: boolean): string {
  if (choice !== 'system') return choice
  if (isContrasty) return 'projector'
  return isDark ? 'dark' : 'light'
}
