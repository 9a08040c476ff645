/** What does the page remember on this device? Preferences, under one name, and nothing else. */

const NAME = 'jwt-lens'

/** The stored preferences as they are; an empty object where storage is shut, empty or holds something else. */
export function readStored(): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}')
    return typeof stored === 'object' && stored !== null ? { ...stored } : {}
  } catch {
    return {}
  }
}

/** Keeps the preferences; where storage is full or shut, they last as long as the page. */
export function writeStored(preferences: object): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(preferences))
  } catch {
    // nothing is lost but the memory of a choice
  }
}
