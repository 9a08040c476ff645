/** Which recorded cases never reach a view as a request with fields, and why? behaviour.md, opening. */
import type { RecordedCase } from './recording.ts'

/** The layer that answers, or null where the simulated server has to. */
export function layerOf({ request }: RecordedCase): string | null {
  const { method, path, headers, body } = request
  const isTokenView = path.startsWith('/api/token')
  const type = headers['Content-Type'] ?? ''
  if (method === 'OPTIONS' || headers.Origin !== undefined) return 'CORS'
  if (headers.Host !== undefined) return 'allowed hosts'
  if (!path.endsWith('/')) return 'missing slash'
  if (path !== '/hello/' && !isTokenView) return 'Django’s 404 page'
  if (headers.Accept?.includes('text/html')) return 'HTML pages'
  if (isTokenView && method !== 'POST') return 'method of a token view'
  if (type !== '' && !/^application\/(?:json|x-www-form-urlencoded)/.test(type)) return 'media type'
  return type === 'application/json' && typeof body === 'string' ? 'JSON parsing' : null
}
