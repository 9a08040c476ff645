/** How do the tests come by keys in every form, made by a tool that is not ours? */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyShape } from '../../src/keys/keyKinds.ts'

const TOOL = process.env.OPENSSL ?? 'openssl'

export const run = (args: string[], input?: string): Buffer =>
  execFileSync(TOOL, args, { input, stdio: ['pipe', 'pipe', 'ignore'] })

export const openssl = (args: string, input?: string): string =>
  run(args.split(' '), input).toString()

/** SubjectPublicKeyInfo, as openssl writes the public half of a private key. */
export const publicDer = (pem: string): Buffer => run(['pkey', '-pubout', '-outform', 'DER'], pem)

export const derOf = (pem: string): Buffer =>
  Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64')

interface Kind {
  name: string
  /** PKCS #8. */
  pem: string
  shape: KeyShape
  alg: string
  /** The curve as openssl names it; empty for all but EC. */
  group: string
}

const rsa = (bits: number): Kind => ({
  name: `RSA ${bits}`,
  pem: openssl(`genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${bits}`),
  shape: { type: 'RSA', bits },
  alg: 'RS256',
  group: '',
})

const ec = (curve: string, group: string, alg: string): Kind => ({
  name: curve,
  pem: openssl(`genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${group}`),
  shape: { type: 'EC', curve },
  alg,
  group,
})

const okp = (curve: string, alg: string): Kind => ({
  name: curve,
  pem: openssl(`genpkey -algorithm ${curve}`),
  shape: { type: 'OKP', curve },
  alg,
  group: '',
})

export const kinds: Kind[] = [
  rsa(2048),
  rsa(1024),
  rsa(512),
  ec('P-256', 'prime256v1', 'ES256'),
  ec('P-384', 'secp384r1', 'ES384'),
  ec('P-521', 'secp521r1', 'ES512'),
  ec('secp256k1', 'secp256k1', 'ES256K'),
  okp('Ed25519', 'EdDSA'),
  okp('Ed448', 'EdDSA'),
  okp('X25519', 'ECDH-ES'),
]

export function kindNamed(name: string): Kind {
  const kind = kinds.find((each) => each.name === name)
  if (kind === undefined) throw new Error(`no key is named ${name}`)
  return kind
}

/** `dates` as `openssl ca` takes them: YYMMDDHHMMSSZ. Signed by its own key, or by `issuer`. */
export function certificateOf(
  pem: string,
  {
    subject = '/CN=login.example.com/O=Example',
    dates = ['260102030405Z', '360102030405Z'],
    names = '',
    issuer = '',
  } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  try {
    const key = file('key.pem', pem)
    const extensions = names === '' ? '' : `subjectAltName=${names}`
    const config = file(
      'ca.cnf',
      `[ca]\ndefault_ca=a\n[a]\ndatabase=${join(folder, 'index')}\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nemail_in_dn=no\n[p]\ncommonName=optional\norganizationName=optional\n[e]\n${extensions}\n[req]\ndistinguished_name=d\n[d]\n`,
    )
    file('index', '')
    const request = join(folder, 'req.pem')
    run(['req', '-new', '-key', key, '-subj', subject, '-config', config, '-out', request])
    const out = join(folder, 'cert.pem')
    const [start = '', end = ''] = dates
    const signer =
      issuer === ''
        ? ['-selfsign', '-keyfile', key]
        : [
            '-keyfile',
            file('ca.pem', issuer),
            '-cert',
            file('ca.crt', certificateOf(issuer, { subject: '/CN=Example CA' })),
          ]
    run([
      'ca',
      '-batch',
      '-notext',
      '-config',
      config,
      ...signer,
      '-startdate',
      start,
      '-enddate',
      end,
      '-extensions',
      'e',
      '-preserveDN',
      '-in',
      request,
      '-out',
      out,
    ])
    return readFileSync(out, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
