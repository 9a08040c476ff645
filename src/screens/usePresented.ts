/** Which view has a form of its own for the projector, and shows it? */
import { useLayoutEffect } from 'react'

/**
 * Tells the root of the page for as long as it is drawn. A style that looked for the form with `:has()` instead would
 * have all of the view styled anew whenever anything in it comes or goes.
 */
export function usePresented(form: 'lab' | 'walk'): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['presented'] = form
    return () => {
      delete dataset['presented']
    }
  }, [form])
}
