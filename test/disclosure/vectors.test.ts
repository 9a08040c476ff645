/** Is every published SD-JWT read as RFC 9901 says? VECTORS=<folder> chooses others. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tellPath } from '../../src/token/claimPath.ts'
import { type DisclosuresReading, readDisclosures } from '../../src/disclosure/readDisclosures.ts'
import { readKeyBinding } from '../../src/disclosure/readKeyBinding.ts'
import { tellDisclosures } from '../../src/disclosure/tellDisclosures.ts'
import { readUnprotectedHeader } from '../../src/disclosure/unprotectedHeader.ts'
import { claimsSetOf, readToken } from '../../src/token/readToken.ts'
import { objectOf, textsOf } from './presentations.ts'

interface JsonForm {
  payload: string
  protected?: string
  signature?: string
  header?: object
  signatures?: { protected: string; signature: string; header: object }[]
}

interface VectorCase {
  id: string
  title: string
  kind: string
  token?: string
  json?: JsonForm
  payload?: string
  disclosures?: string[]
  holder_key?: object
}

const folder = process.env.VECTORS ?? 'test/vectors'
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'hostile-inputs.json')
  .flatMap((file): VectorCase[] => JSON.parse(readFileSync(join(folder, file), 'utf8')).cases)
  .filter(({ id, kind }) => kind.startsWith('sd-jwt') || id.startsWith('sdjwt'))

const holder = {
  jwk: {
    kty: 'EC',
    crv: 'P-256',
    x: 'TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc',
    y: 'ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ',
  },
}
const times = { iat: 1683000000, exp: 1883000000 }
const example = { iss: 'https://issuer.example.com', ...times }
const address = {
  street_address: '123 Main St',
  locality: 'Anytown',
  region: 'Anystate',
  country: 'US',
}
const pid = { iss: 'https://pid-issuer.bund.de.example', ...times, vct: 'urn:eudi:pid:de:1' }
const vaccination = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vaccination/v1'],
  type: ['VerifiableCredential', 'VaccinationCertificate'],
  issuer: 'https://example.com/issuer',
  issuanceDate: '2023-02-09T11:01:59Z',
  expirationDate: '2028-02-08T11:01:59Z',
  name: 'COVID-19 Vaccination Certificate',
  description: 'COVID-19 Vaccination Certificate',
}

/** The processed payload of each case, and the path of every disclosure in the order of the token. */
const expected: Record<string, { claims: object; paths: string[]; said: string }> = {
  'sdjwt-5.1-1': {
    claims: { ...example, sub: 'user_42', nationalities: [], cnf: holder },
    paths: [],
    said: 'None of 10 hidden claims disclosed. 10 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-5.1-2': {
    claims: {
      ...example,
      sub: 'user_42',
      given_name: 'John',
      family_name: 'Doe',
      email: 'johndoe@example.com',
      phone_number: '+1-202-555-0101',
      phone_number_verified: true,
      address,
      birthdate: '1940-01-01',
      updated_at: 1570000000,
      nationalities: ['US', 'DE'],
      cnf: holder,
    },
    paths: [
      'given_name',
      'family_name',
      'email',
      'phone_number',
      'phone_number_verified',
      'address',
      'birthdate',
      'updated_at',
      'nationalities[0]',
      'nationalities[1]',
    ],
    said: 'All 10 hidden claims disclosed, all match their digests.',
  },
  'sdjwt-5.2-1': {
    claims: {
      ...example,
      sub: 'user_42',
      family_name: 'Doe',
      address,
      given_name: 'John',
      nationalities: ['US'],
      cnf: holder,
    },
    paths: ['family_name', 'address', 'given_name', 'nationalities[0]'],
    said: '4 of 10 hidden claims disclosed, all match their digests. 6 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-a.1-1': {
    claims: { ...example, address: { region: '港区', country: 'JP' } },
    paths: ['address.region', 'address.country'],
    said: '2 of 16 hidden claims disclosed, all match their digests. 14 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-a.2-1': {
    claims: {
      ...example,
      verified_claims: {
        verification: {
          trust_framework: 'de_aml',
          time: '2012-04-23T18:25Z',
          evidence: [{ method: 'pipp' }],
        },
        claims: {
          given_name: 'Max',
          family_name: 'Müller',
          address: {
            locality: 'Maxstadt',
            postal_code: '12344',
            country: 'DE',
            street_address: 'Weidenstraße 22',
          },
        },
      },
    },
    paths: [
      'verified_claims.verification.time',
      'verified_claims.verification.evidence[0]',
      'verified_claims.verification.evidence[0].method',
      'verified_claims.claims.given_name',
      'verified_claims.claims.family_name',
      'verified_claims.claims.address',
    ],
    said: '6 of 16 hidden claims disclosed, all match their digests. 10 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-a.3-1': {
    claims: {
      ...pid,
      given_name: 'Erika',
      family_name: 'Mustermann',
      birthdate: '1963-08-12',
      address: {
        street_address: 'Heidestraße 17',
        locality: 'Köln',
        postal_code: '51147',
        country: 'DE',
      },
      nationalities: ['DE'],
      sex: 2,
      birth_family_name: 'Gabler',
      place_of_birth: { locality: 'Berlin', country: 'DE' },
      age_equal_or_over: { 12: true, 14: true, 16: true, 18: true, 21: true, 65: false },
      age_in_years: 62,
      age_birth_year: 1963,
      issuance_date: '2020-03-11',
      expiry_date: '2030-03-12',
      issuing_authority: 'DE',
      issuing_country: 'DE',
      cnf: holder,
    },
    paths: [
      'given_name',
      'family_name',
      'birthdate',
      'address.street_address',
      'address.locality',
      'address.postal_code',
      'address.country',
      'address',
      'nationalities',
      'sex',
      'birth_family_name',
      'place_of_birth.locality',
      'place_of_birth.country',
      'place_of_birth',
      ...['12', '14', '16', '18', '21', '65'].map((age) => `age_equal_or_over.${age}`),
      'age_equal_or_over',
      'age_in_years',
      'age_birth_year',
      'issuance_date',
      'expiry_date',
      'issuing_authority',
      'issuing_country',
    ],
    said: 'All 27 hidden claims disclosed, all match their digests.',
  },
  'sdjwt-a.3-2': {
    claims: { ...pid, age_equal_or_over: { 18: true }, nationalities: ['DE'], cnf: holder },
    paths: ['age_equal_or_over', 'age_equal_or_over.18', 'nationalities'],
    said: '3 of 21 hidden claims disclosed, all match their digests. 18 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-a.4-1': {
    claims: {
      ...vaccination,
      credentialSubject: {
        type: 'VaccinationEvent',
        nextVaccinationDate: '2021-08-16T13:40:12Z',
        countryOfVaccination: 'GE',
        dateOfVaccination: '2021-06-23T13:40:12Z',
        order: '3/3',
        administeringCentre: 'Praxis Sommergarten',
        batchNumber: '1626382736',
        healthProfessional: '883110000015376',
        vaccine: {
          type: 'Vaccine',
          atcCode: 'J07BX03',
          medicinalProductName: 'COVID-19 Vaccine Moderna',
          marketingAuthorizationHolder: 'Moderna Biotech',
        },
        recipient: {
          type: 'VaccineRecipient',
          gender: 'Female',
          birthDate: '1961-08-17',
          givenName: 'Marion',
          familyName: 'Mustermann',
        },
      },
      cnf: holder,
    },
    paths: [
      ...['atcCode', 'medicinalProductName', 'marketingAuthorizationHolder'].map(
        (name) => `credentialSubject.vaccine.${name}`,
      ),
      ...['nextVaccinationDate', 'countryOfVaccination', 'dateOfVaccination', 'order'].map(
        (name) => `credentialSubject.${name}`,
      ),
      ...['gender', 'birthDate', 'givenName', 'familyName'].map(
        (name) => `credentialSubject.recipient.${name}`,
      ),
      ...['administeringCentre', 'batchNumber', 'healthProfessional'].map(
        (name) => `credentialSubject.${name}`,
      ),
    ],
    said: 'All 14 hidden claims disclosed, all match their digests.',
  },
  'sdjwt-a.4-2': {
    claims: {
      ...vaccination,
      credentialSubject: {
        type: 'VaccinationEvent',
        order: '3/3',
        dateOfVaccination: '2021-06-23T13:40:12Z',
        vaccine: {
          type: 'Vaccine',
          atcCode: 'J07BX03',
          medicinalProductName: 'COVID-19 Vaccine Moderna',
        },
        recipient: { type: 'VaccineRecipient' },
      },
      cnf: holder,
    },
    paths: [
      'credentialSubject.order',
      'credentialSubject.dateOfVaccination',
      'credentialSubject.vaccine.atcCode',
      'credentialSubject.vaccine.medicinalProductName',
    ],
    said: '4 of 14 hidden claims disclosed, all match their digests. 10 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-json-1': {
    claims: {
      ...example,
      sub: 'john_doe_42',
      given_name: 'John',
      family_name: 'Doe',
      birthdate: '1940-01-01',
      cnf: holder,
    },
    paths: ['sub', 'given_name', 'family_name', 'birthdate'],
    said: 'All 4 hidden claims disclosed, all match their digests.',
  },
  'sdjwt-json-2': {
    claims: { ...example, family_name: 'Doe', given_name: 'John', cnf: holder },
    paths: ['family_name', 'given_name'],
    said: '2 of 4 hidden claims disclosed, all match their digests. 2 digests without a disclosure: hidden claims or decoys.',
  },
  'sdjwt-json-3': {
    claims: { ...example, family_name: 'Doe', given_name: 'John', cnf: holder },
    paths: ['family_name', 'given_name'],
    said: '2 of 4 hidden claims disclosed, all match their digests. 2 digests without a disclosure: hidden claims or decoys.',
  },
}

/** The issuer’s JWT, its disclosures and the key-binding JWT, from either form. */
function partsOf({ token, json }: VectorCase): {
  issuerJwt: string
  texts: string[]
  keyBinding: string | null
} {
  if (token !== undefined) {
    const [issuerJwt = '', ...rest] = token.split('~')
    return { issuerJwt, texts: rest.slice(0, -1), keyBinding: rest.at(-1) || null }
  }
  const first = json?.signatures?.[0] ?? json
  const { disclosures, keyBinding } = readUnprotectedHeader(
    objectOf(JSON.stringify(first?.header ?? {})),
  )
  return {
    issuerJwt: `${first?.protected}.${json?.payload}.${first?.signature}`,
    texts: disclosures.map(({ text }) => text),
    keyBinding,
  }
}

function readCase(issuerJwt: string, texts: string[]): DisclosuresReading {
  const token = readToken(issuerJwt)
  const claims = claimsSetOf(token)
  if (claims === null) throw new Error('no claims')
  return readDisclosures(claims, token.payload?.decoded.text ?? '', textsOf(texts))
}

describe('published SD-JWTs', () => {
  for (const vector of cases)
    test(`${vector.id}: ${vector.title}`, () => {
      const { issuerJwt, texts, keyBinding } = partsOf(vector)
      expect(texts).toEqual(vector.disclosures ?? [])
      const reading = readCase(issuerJwt, texts)
      for (const { text, content, digest, place, faults } of reading.disclosures) {
        const parts: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString())
        expect(content?.json.slice(content.salt.start, content.salt.end)).toBe(
          JSON.stringify(parts[0]),
        )
        expect(content?.kind === 'claim' ? content.name : undefined).toBe(
          parts.length === 3 ? parts[1] : undefined,
        )
        expect(
          JSON.parse(content?.json.slice(content.value.start, content.value.end) ?? ''),
        ).toEqual(parts.at(-1))
        expect(digest).toBe(createHash('sha256').update(text).digest('base64url'))
        const holding =
          place?.inside === null
            ? JSON.stringify(readToken(issuerJwt).payload?.decoded.text)
            : reading.disclosures[place?.inside ?? -1]?.content?.json
        expect(holding).toContain(digest)
        expect(faults).toEqual([])
      }
      expect(reading.faults).toEqual([])
      const said = tellDisclosures(reading)
      expect(said.state).toBe('pass')
      const known = expected[vector.id]
      if (known !== undefined) {
        expect(JSON.parse(reading.processed)).toEqual(known.claims)
        expect(reading.disclosures.map(({ place }) => place && tellPath(place.path))).toEqual(
          known.paths,
        )
        expect(said.text).toBe(known.said)
      }
      expect(keyBinding !== null).toBe(vector.holder_key !== undefined)
      if (keyBinding === null) return
      const binding = readKeyBinding(keyBinding, issuerJwt, reading)
      expect(binding.faults).toEqual([])
      expect(binding.sdHash.computed).toBe(binding.sdHash.stated)
      expect(JSON.parse(binding.holderKey ?? '')).toEqual(vector.holder_key)
      if (known === undefined) return
      expect([binding.audience, binding.nonce]).toEqual([
        'https://verifier.example.org',
        '1234567890',
      ])
      expect(binding.issuedAt).toMatch(/^17\d{8}$/)
    })
})
