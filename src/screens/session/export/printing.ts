/** When does the lab stand as a hand-out for paper? Only while the browser prints. */
import { createStore } from 'zustand/vanilla'

/** While `isPrinting` the lanes stand on the page, whatever is looked at; `isAsked`: by the menu, not by the browser. */
export const printing = createStore(() => ({ isPrinting: false, isAsked: false }))

export const printSheet = (): void => printing.setState({ isPrinting: true, isAsked: true })
/** The browser’s own Print has begun. */
export const standForPaper = (): void => printing.setState({ isPrinting: true })
export const finishPrinting = (): void => printing.setState({ isPrinting: false, isAsked: false })
