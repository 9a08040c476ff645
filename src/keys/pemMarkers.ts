/** Where do the BEGIN and END lines of a PEM stand, also those that lost dashes or gained some? RFC 7468 §2, §3. */

/** Offsets are UTF-16 code units from 0, end exclusive. */
export interface PemMarker {
  isBegin: boolean
  label: string
  start: number
  end: number
  /** On either side; five are right. */
  dashes: [before: number, after: number]
}

const KNOWN = [
  'RSA PUBLIC KEY',
  'RSA PRIVATE KEY',
  'EC PUBLIC KEY',
  'EC PRIVATE KEY',
  'EC PARAMETERS',
  'DSA PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'SSH2 PUBLIC KEY',
  'PRIVATE KEY',
  'PUBLIC KEY',
  'NEW CERTIFICATE REQUEST',
  'CERTIFICATE REQUEST',
  'X509 CERTIFICATE',
  'TRUSTED CERTIFICATE',
  'CERTIFICATE',
  'PGP PUBLIC KEY BLOCK',
  'PGP PRIVATE KEY BLOCK',
].join('|')

/** The hyphen and what word processors make of it. */
const DASH = '[-\u2010-\u2015\u2212]'
const MARKER = new RegExp(
  `-{5}(BEGIN|END) ([A-Z0-9 ]{1,64}?)-{5}|` +
    `(${DASH}{0,12})[ \\t]{0,4}\\b(BEGIN|END)[ \\t]{1,4}(${KNOWN})\\b[ \\t]{0,4}(${DASH}{0,12})`,
  'g',
)

/** In their order. With exactly five dashes any label counts, else only one that is in use. Linear in the text. */
export function findMarkers(text: string): PemMarker[] {
  return Array.from(text.matchAll(MARKER), (match) => {
    const [whole, exact, exactLabel, before, loose, looseLabel, after] = match
    return {
      isBegin: (exact ?? loose) === 'BEGIN',
      label: exactLabel ?? looseLabel ?? '',
      start: match.index,
      end: match.index + whole.length,
      dashes: exact === undefined ? [before?.length ?? 0, after?.length ?? 0] : [5, 5],
    }
  })
}

export const hasFiveDashes = ({ dashes }: PemMarker): boolean => dashes[0] === 5 && dashes[1] === 5

/** The line, from 1, that holds the character at this offset; a line ends in LF, CR LF or CR. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length
}
