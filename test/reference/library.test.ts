import { describe, expect, test } from 'vitest'
import algorithms from '../../src/algorithms/data/algorithms.json'
import registry from '../../src/claims/data/jwt-claims.json'
import providers from '../../src/claims/data/provider-claims.json'
import header from '../../src/header/data/header-parameters.json'
import media from '../../src/header/data/media-types.json'
import { rules } from '../../src/judgement/findings/rules.ts'
import { loadReference } from '../../src/reference/library.ts'
import {
  addressOfBasis,
  pageAddress,
  pageNamed,
  readPageAddress,
  SECTIONS,
} from '../../src/reference/page.ts'
import { searchPages } from '../../src/reference/search.ts'

const pages = await loadReference()

const idsIn = (section: string): string[] =>
  pages.filter((page) => page.section === section).map(({ id }) => id)

describe('the reference', () => {
  test.each([
    ['claims', [...registry.claims, ...providers.claims].map(({ name }) => name)],
    ['parameters', header.parameters.map(({ name }) => name)],
    ['algorithms', algorithms.algorithms.map(({ name }) => name)],
    ['media-types', media.types.map(({ typ }) => typ)],
    ['findings', Object.keys(rules)],
  ])('has one page for each name in the data of %s', (section, names) => {
    expect(idsIn(section).toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test('holds the whole registries', () => {
    expect(registry.claims).toHaveLength(163)
    expect(providers.claims).toHaveLength(219)
    expect(providers.providers).toHaveLength(29)
    expect(header.parameters).toHaveLength(36)
    expect(algorithms.algorithms).toHaveLength(72)
    expect(media.types).toHaveLength(36)
  })

  test('says something on every page, in plain words', () => {
    for (const { section, id, title, sentence, facts } of pages) {
      const told = `${section} ${id}`
      expect(title, told).toMatch(/\S/)
      if (section !== 'messages') expect(sentence, told).toMatch(/\S.*\.$/)
      for (const { label, text } of facts) expect(`${label}: ${text}`, told).toMatch(/\S: \S/)
      expect(`${title} ${sentence}`, told).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  test('names for everything but its own messages where it is written', () => {
    for (const { section, id, source } of pages) {
      if (section === 'messages' || section === 'error') expect(source).toBeNull()
      else expect(source?.url, `${section} ${id}`).toMatch(/^https:\/\/\S+$/)
    }
  })

  test('says of a claim what would be if it were missing, and who uses it', () => {
    const exp = pages.find(({ section, id }) => section === 'claims' && id === 'exp')
    expect(exp?.standing).toBe('Registered')
    expect(exp?.source).toEqual({
      text: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4',
    })
    expect(exp?.facts).toContainEqual({
      label: 'What if it were missing?',
      text: 'The token would never expire. Whoever stole it could use it for ever.',
    })
    const realm = pages.find(({ id }) => id === 'realm_access')
    expect(realm?.sentence).toMatch(/^Keycloak: /)
  })

  test('has a page for every message, with nothing left to fill in', () => {
    const messages = pages.filter(({ section }) => section === 'messages')
    expect(messages.length).toBeGreaterThan(100)
    for (const { title, sentence } of messages) expect(`${title} ${sentence}`).toMatch(/[.;:?…] ?$/)
  })
})

describe('an address', () => {
  test('leads back to its page, whatever the name', () => {
    for (const { section, id } of pages)
      expect(readPageAddress(pageAddress(section, id))).toEqual({ section, id })
    expect(new Set(pages.map(({ section, id }) => pageAddress(section, id))).size).toBe(
      pages.length,
    )
  })

  test.each(['#/ref', '#/ref/', '#/ref/nowhere/x', '#/ref/__proto__'])(
    '%s is the table of contents',
    (fragment) => {
      expect(readPageAddress(fragment).section).toBeNull()
    },
  )

  test('may name its section as people do, and an unknown one stands for what is looked for', () => {
    expect(readPageAddress('#/ref/alg/HS256')).toEqual({ section: 'algorithms', id: 'HS256' })
    expect(readPageAddress('#/ref/django')).toEqual({ section: null, id: 'django' })
  })

  test('may be written in other capitals, or with a slash at its end', () => {
    for (const [fragment, id] of [
      ['#/ref/claims/EXP', 'exp'],
      ['#/ref/claims/exp/', 'exp'],
      ['#/ref/error/e10', 'E10'],
      ['#/ref/parameters/X5T%23s256', 'x5t#S256'],
      ['#/ref/claims/nothing', undefined],
      ['#/ref/claims/__proto__', undefined],
    ] as const) {
      const asked = readPageAddress(fragment)
      expect(pageNamed(pages, asked.section ?? 'claims', asked.id)?.id, fragment).toBe(id)
    }
  })

  test('with a broken escape stops nothing', () => {
    expect(readPageAddress('#/ref/claims/%E0%A4%A')).toEqual({
      section: 'claims',
      id: '%E0%A4%A',
    })
  })

  test('of a paragraph is the one at the RFC editor', () => {
    expect(addressOfBasis('RFC 8725 section 3.1')).toBe(
      'https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1',
    )
    expect(addressOfBasis('RFC 7515 appendix F')).toBe(
      'https://www.rfc-editor.org/rfc/rfc7515.html#appendix-F',
    )
    expect(addressOfBasis('somewhere')).toBeNull()
  })
})

const found = (query: string): string[] =>
  searchPages(pages, query).pages.map(({ section, id }) => `${section}/${id}`)

describe('a search', () => {
  test('has the page of that very name first', () => {
    expect(found('exp')[0]).toBe('claims/exp')
    expect(found('X5T#s256')[0]).toBe('parameters/x5t#S256')
    expect(found('ES256K')[0]).toBe('algorithms/ES256K')
    expect(found('at+jwt')[0]).toBe('media-types/at+jwt')
  })

  test('looks for every word, in any order, in all that a page says', () => {
    expect(found('keycloak roles')).toContain('claims/realm_access')
    expect(found('roles keycloak')).toEqual(
      expect.arrayContaining(['claims/realm_access', 'claims/resource_access']),
    )
    expect(found('RFC 8725')).toContain('findings/unsigned')
  })

  test.each([
    ['expire', 'claims/exp'],
    ['expired', 'claims/exp'],
    ['audience', 'claims/aud'],
    ['issuer', 'claims/iss'],
    ['not json', 'findings/not-json'],
    ['e9', 'error/E09'],
    ['user id', 'claims/user_id'],
  ])('for “%s” has %s first', (query, first) => {
    expect(found(query)[0]).toBe(first)
  })

  test.each([
    ['audiance', 'audience', 'claims/aud'],
    ['exprie', 'expire', 'claims/exp'],
    ['clock skew', 'clock leeway', 'claims/nbf'],
    ['weak secret', 'short secret', 'findings/weak-secret'],
  ])('reads “%s” as “%s”', (query, words, first) => {
    expect(searchPages(pages, query)).toMatchObject({ by: 'nearest', words })
    expect(found(query)[0]).toBe(first)
  })

  test('finds the pages with most of the words where none holds all', () => {
    expect(searchPages(pages, 'keycloak gunicorn')).toMatchObject({ by: 'some' })
    expect(found('keycloak gunicorn')).toEqual(
      expect.arrayContaining(['claims/realm_access', 'error/E18']),
    )
  })

  test('reads each word once, and only the beginning of a text of megabytes', () => {
    expect(searchPages(pages, 'exp exp exp')).toEqual(searchPages(pages, 'exp'))
    expect(searchPages(pages, `${'exp '.repeat(1_000_000)}jti`).words).toBe('exp')
  })

  test('of nothing finds nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('qqqq')).toEqual([])
  })

  test('knows each section', () => {
    expect(new Set(pages.map(({ section }) => section))).toEqual(new Set(Object.keys(SECTIONS)))
  })
})
