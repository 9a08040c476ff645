/** What is the whole address of a place of this page? */

export const addressOf = (fragment: string): string =>
  `${document.baseURI.split('#')[0]}${fragment}`
