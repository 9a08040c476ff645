/** How does the search for a known secret run beside the page, with the list in it? RFC 8725 §3.5. */
/*!
The list of secrets: github.com/wallarm/jwt-secrets
MIT License

Copyright (c) 2020 Wallarm

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
import { type MacToSearch, type SearchOutcome, searchSecrets } from '../verification/weakSecrets.ts'
import list from './jwt.secrets.list?raw'

export interface SearchOrder {
  mac: MacToSearch
  /** The secret in the key box, to be looked for as it stands; null where there is none. */
  typed: string | null
}

/** `ready` once the list has arrived; `tried` counts lines. */
export type SearchReport =
  | { kind: 'ready' }
  | { kind: 'tried'; lines: number }
  | { kind: 'done'; outcome: SearchOutcome }

const report = (message: SearchReport): void => postMessage(message)

addEventListener('message', ({ data: { mac, typed } }: MessageEvent<SearchOrder>) => {
  const search = searchSecrets(list, mac, typed)
  let step = search.next()
  for (; !step.done; step = search.next()) report({ kind: 'tried', lines: step.value })
  report({ kind: 'done', outcome: step.value })
})

report({ kind: 'ready' })
