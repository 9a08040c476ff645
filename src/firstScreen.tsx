/** How does the page look before it has been given anything? Drawn into index.html by the build. */
import { text } from 'node:stream/consumers'
import { prerenderToNodeStream } from 'react-dom/static'
import { App } from './screens/App.tsx'

/** The HTML of the empty page, late parts included; the script takes it over as it stands. */
export async function drawFirstScreen(): Promise<string> {
  // never parted into pieces that inline scripts would have to put in place: the policy allows none
  const whole = { progressiveChunkSize: Number.POSITIVE_INFINITY }
  const { prelude } = await prerenderToNodeStream(<App />, whole)
  return text(prelude)
}
