/** How does the page look before it has been given anything? Drawn into index.html by the build. */
import { text } from 'node:stream/consumers'
import { prerenderToNodeStream } from 'react-dom/static'
import { App } from './screens/App.tsx'

/** The HTML of the empty page, late parts included; the script takes it over as it stands. */
export async function drawFirstScreen(): Promise<string> {
  const { prelude } = await prerenderToNodeStream(<App />)
  return text(prelude)
}
