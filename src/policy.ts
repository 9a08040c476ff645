/** What may the built page load, and from where? decisions.md B. */

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  'worker-src blob:',
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
