/** What does the certificate library want of Reflect before it loads? It is imported before the library. */

/**
 * Its container, tsyringe, refuses to load where Reflect has no metadata methods. No class registered there has a
 * constructor parameter, so there is never any metadata to tell.
 */
function defineMetadata(): readonly string[] {
  const names = ['getMetadata', 'getOwnMetadata']
  for (const name of names)
    if (!(name in Reflect))
      Object.defineProperty(Reflect, name, { value: () => undefined, configurable: true })
  return names
}

/** The methods that are there now. */
export const METADATA_METHODS = defineMetadata()
