/** Which pages are compared, and how is each of them built? */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, resolveConfig } from 'vite'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {object} Page
 * @property {string} name
 * @property {string} shown where the decoded payload stands
 * @property {string} [field] where the token stands, if not in the first text area
 * @property {boolean} [isPlain] true where its fields are the browser's own
 * @property {string} [rest] what stands there once the page has come to rest
 * @property {Map<string, Buffer>} files by path under the page's folder
 * @property {import('node:http').OutgoingHttpHeaders} headers
 */

/** Builds everything into a folder that is gone afterwards; `dist` is neither used nor touched. */
export async function makePages() {
  const folder = await mkdtemp(join(tmpdir(), 'jwt-lens-bench-'))
  try {
    const product = await buildProduct(join(folder, 'product'))
    const plain = { headers: {}, shown: 'pre' }
    const bare = new Map([['index.html', await readFile(join(HERE, 'bare.html'))]])
    const hover = new Map([['index.html', await readFile(join(HERE, 'hover.html'))]])
    const html = String(product.files.get('index.html')).replaceAll(
      /<script\b[^>]*>[\s\S]*?<\/script>/g,
      '',
    )
    return {
      product,
      plain: { ...product, name: 'JWT Lens, plain fields', isPlain: true },
      react: { ...plain, name: 'React', files: await buildReact(join(folder, 'react')) },
      bare: { ...plain, name: 'bare', files: bare },
      hover: { ...plain, name: 'hover', files: hover },
      html: {
        name: 'HTML only',
        shown: product.shown,
        headers: product.headers,
        files: new Map([...product.files, ['index.html', Buffer.from(html)]]),
      },
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The product alone. */
export async function makeProduct() {
  const folder = await mkdtemp(join(tmpdir(), 'jwt-lens-bench-'))
  try {
    return await buildProduct(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** @param {string} folder */
async function buildProduct(folder) {
  const config = { root: ROOT, logLevel: /** @type {const} */ ('error') }
  await build({ ...config, build: { outDir: folder, emptyOutDir: true } })
  const { preview } = await resolveConfig(config, 'serve')
  return {
    name: 'JWT Lens',
    shown: 'textarea[aria-label="Payload JSON"]',
    field: '#token-box',
    rest: '#token-box [data-rich]',
    files: await readFolder(folder),
    headers: preview.headers,
  }
}

/** @param {string} folder */
async function buildReact(folder) {
  await build({
    configFile: false,
    root: join(HERE, 'react'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, modulePreload: false },
  })
  return readFolder(folder)
}

/** @param {string} folder */
async function readFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const name = path.slice(folder.length + 1).replaceAll('\\', '/')
        return /** @type {const} */ ([name, await readFile(path)])
      }),
    ),
  )
}

/**
 * The bytes of the script that the page waits for, as they travel.
 * @param {Page} page
 */
export function entrySize({ files }) {
  const manifest = JSON.parse(String(files.get('.vite/manifest.json')))
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
  return gzipSync(files.get(entry.file) ?? '').length
}
