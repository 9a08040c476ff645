/** How does a SAML 2.0 assertion state these facts, in as few characters as its schema allows? SAML core 2.3 to 2.7. */
import type { Fact } from '../facts.ts'

const NAMESPACE = 'urn:oasis:names:tc:SAML:2.0:assertion'
/** Where the facts do not say it: every assertion has to name an issuer, an instant and an id. */
const ISSUER = 'https://login.example'
const INSTANT = 1_700_000_000

const DATES: readonly string[] = ['exp', 'nbf', 'iat']

/**
 * Unsigned, on one line. What SAML has a place for goes there, the rest into attributes; so does a date that is no
 * number. Where no `sub` is said, `user_id` names the subject.
 */
export function writeAssertion(facts: readonly Fact[]): string {
  const said = new Map(facts.map((fact) => [fact.name, fact]))
  const dates = new Map(
    DATES.flatMap((name) => {
      const instant = instantOf(said.get(name))
      return instant === null ? [] : [[name, instant] as const]
    }),
  )
  const who = said.has('sub') ? 'sub' : 'user_id'
  const placed = new Set(['iss', who, 'aud', 'jti', ...dates.keys()])
  const attributes = facts.filter(({ name }) => !placed.has(name))
  const subject = textOf(said.get(who))
  return [
    `<saml:Assertion xmlns:saml="${NAMESPACE}" ID="_${writeId(textOf(said.get('jti')) ?? '1')}"`,
    ` IssueInstant="${dates.get('iat') ?? writeInstant(INSTANT)}" Version="2.0">`,
    `<saml:Issuer>${escapeXml(textOf(said.get('iss')) ?? ISSUER)}</saml:Issuer>`,
    subject === null
      ? ''
      : `<saml:Subject><saml:NameID>${escapeXml(subject)}</saml:NameID></saml:Subject>`,
    writeConditions(dates, said.get('aud')?.texts ?? []),
    writeAttributes(attributes),
    '</saml:Assertion>',
  ].join('')
}

/** An id of XML holds neither spaces nor colons. */
const writeId = (text: string): string => text.replaceAll(/[^\w.-]/g, '-')

const textOf = (fact: Fact | undefined): string | null => fact?.texts[0] ?? null

function writeConditions(dates: ReadonlyMap<string, string>, audience: readonly string[]): string {
  const start = dates.get('nbf')
  const end = dates.get('exp')
  if (start === undefined && end === undefined && audience.length === 0) return ''
  const bounds = [
    ...(start === undefined ? [] : [` NotBefore="${start}"`]),
    ...(end === undefined ? [] : [` NotOnOrAfter="${end}"`]),
  ].join('')
  if (audience.length === 0) return `<saml:Conditions${bounds}/>`
  const names = audience.map((name) => `<saml:Audience>${escapeXml(name)}</saml:Audience>`).join('')
  return `<saml:Conditions${bounds}><saml:AudienceRestriction>${names}</saml:AudienceRestriction></saml:Conditions>`
}

function writeAttributes(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const attributes = facts.map(({ name, texts }) => {
    const values = texts
      .map((text) => `<saml:AttributeValue>${escapeXml(text)}</saml:AttributeValue>`)
      .join('')
    return `<saml:Attribute Name="${escapeXml(name)}">${values}</saml:Attribute>`
  })
  return `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`
}

/** A NumericDate within what a Date holds, as XML writes it. */
function instantOf(fact: Fact | undefined): string | null {
  const seconds = Number(fact?.json)
  return Number.isFinite(seconds) && Math.abs(seconds) < 8.6e12 ? writeInstant(seconds) : null
}

const writeInstant = (seconds: number): string =>
  new Date(Math.trunc(seconds) * 1000).toISOString().replace('.000', '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

const escapeXml = (text: string): string =>
  text.replaceAll(/[&<"]/g, (character) => ENTITIES[character] ?? character)
