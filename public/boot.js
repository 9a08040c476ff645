/* Which theme has this person chosen, and did the page's own script start? Runs before it, so that a stored choice shows at once. */
;(() => {
  const root = document.documentElement
  let choice = 'system'
  try {
    const stored = JSON.parse(localStorage.getItem('jwt-lens') ?? '{}').theme
    if (['light', 'dark', 'projector'].includes(stored)) choice = stored
  } catch {
    // storage is shut or holds something else: the system's theme it is
  }
  const asks = (feature) => matchMedia(feature).matches
  const calm = asks('(prefers-color-scheme: dark)') ? 'dark' : 'light'
  const system = asks('(prefers-contrast: more)') ? 'projector' : calm
  root.dataset.themeChoice = choice
  root.dataset.theme = choice === 'system' ? system : choice
  // the page's own script takes the notice away before anything else has loaded
  addEventListener('load', () => document.getElementById('not-started')?.removeAttribute('hidden'))
})()
