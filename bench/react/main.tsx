/** How fast is the smallest React page that decodes a token? It does what bare.html does. */
import { type ReactElement, useState } from 'react'
import { createRoot } from 'react-dom/client'

const SAMPLE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0.KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30'

function read(part: string): string {
  return JSON.stringify(JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))), null, 2)
}

function decode(token: string): string {
  try {
    const [header = '', payload = ''] = token.split('.')
    return `${read(header)}\n${read(payload)}`
  } catch (fault) {
    return String(fault)
  }
}

function Page(): ReactElement {
  const [token, setToken] = useState(SAMPLE)
  return (
    <>
      <textarea
        aria-label="Encoded token"
        rows={10}
        cols={80}
        spellCheck={false}
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      <pre>{decode(token)}</pre>
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
