/** How are the pages served, so that all of them travel alike? From memory, gzip for text, one origin. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/**
 * Each page stands in a folder of its own name.
 * @param {Record<string, import('./pages.mjs').Page>} pages
 */
export async function serve(pages) {
  const answers = new Map(
    Object.entries(pages).flatMap(([folder, { files, headers }]) =>
      [...files].map(([path, bytes]) => {
        const type = TYPES[extname(path)]
        const body = type ? gzipSync(bytes, { level: 9 }) : bytes
        return [
          `/${folder}/${path === 'index.html' ? '' : path}`,
          {
            body,
            head: {
              ...headers,
              'Cache-Control': 'no-store',
              'Content-Length': body.length,
              'Content-Type': type ?? 'application/octet-stream',
              ...(type && { 'Content-Encoding': 'gzip' }),
            },
          },
        ]
      }),
    ),
  )
  const server = createServer((request, response) => {
    const answer = answers.get(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(answer ? 200 : 404, answer?.head).end(answer?.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
