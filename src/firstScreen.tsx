/** How does the page look before it has been given anything? Drawn into index.html by the build. */
import { renderToString } from 'react-dom/server'
import { App } from './screens/App.tsx'

/** The HTML of the empty page; the script takes it over as it stands. */
export function drawFirstScreen(): string {
  return renderToString(<App />)
}
