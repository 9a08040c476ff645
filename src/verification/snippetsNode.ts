/** Which JavaScript checks a signature in Node, with jose? github.com/panva/jose. */
import {
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  SINGLE_QUOTED,
  type SnippetSubject,
  tellSecretPlace,
  tokenOf,
} from './snippet.ts'

/** compactVerify looks at the signature alone, so an expired token is no error. */
export function writeNode(subject: SnippetSubject): string | null {
  const { algorithm, curve, encoding } = subject
  const { name, family } = algorithm
  if (curve === 'secp256k1' || curve === 'Ed448') return null
  const isSecret = family === 'hmac'
  const head = isSecret
    ? `import { compactVerify, errors } from 'jose'

// ${tellSecretPlace(encoding, SINGLE_QUOTED)}
const key = Buffer.from('${PLACEHOLDER}', '${encoding}')`
    : `import { readFile } from 'node:fs/promises'
import { compactVerify, errors, importSPKI } from 'jose'

const key = await importSPKI(await readFile('${KEY_FILE}', 'utf8'), '${name}')`
  return `// npm install jose${family === 'ml-dsa' ? '; Node 24.7 or later' : ''}
${head}
const token = '${tokenOf(subject)}'

try {
  await compactVerify(token, key, { algorithms: ['${name}'] })
  process.stdout.write('${MATCHES}\\n')
} catch (error) {
  if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
  process.stdout.write('${MISMATCH}\\n')
}`
}
