import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadClaimLibrary } from '../../src/claims/claimLibrary.ts'
import {
  CLAIM_REGISTRY_DATE,
  publicClaimNames,
  registeredClaimNames,
} from '../../src/claims/claimNames.ts'
import registry from '../../src/claims/data/jwt-claims.json'

describe('the names in the entry', () => {
  test('are those of the registry that is loaded late, of the same date', () => {
    const names = [...registeredClaimNames, ...publicClaimNames]
    expect(names.toSorted()).toEqual(registry.claims.map(({ name }) => name).toSorted())
    expect(names).toHaveLength(163)
    expect(CLAIM_REGISTRY_DATE).toBe(registry.registryLastUpdated)
  })

  test('call registered what RFC 7519 section 4.1 defines', () => {
    const defined = registry.claims.filter(({ reference }) =>
      reference.startsWith('RFC 7519, Section 4.1.'),
    )
    expect([...registeredClaimNames]).toEqual(defined.map(({ name }) => name))
  })

  test('arrive without the explanations: no file imports the data statically', () => {
    const folder = new URL('../../src/claims/', import.meta.url)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')))
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/from '[^']*\.json'/)
  })
})

describe('the library', () => {
  test('is loaded once', async () => {
    expect(await loadClaimLibrary()).toBe(await loadClaimLibrary())
  })

  test('has the explanation and the address of a registered name', async () => {
    const { entryOf } = await loadClaimLibrary()
    expect(entryOf('at_hash')).toMatchObject({
      reference: 'OpenID Connect Core 1.0, Section 2',
      valueType: 'string (base64url)',
    })
  })

  test.each(['__proto__', 'constructor', 'toString', 'nobody_uses_this', ''])(
    'has no entry for %j',
    async (name) => {
      const { entryOf, usesOf } = await loadClaimLibrary()
      expect(entryOf(name)).toBeNull()
      expect(usesOf(name, null)).toEqual([])
    },
  )

  test('names all providers that use a private name where nothing tells them apart', async () => {
    const { usesOf } = await loadClaimLibrary()
    expect(usesOf('scp', null).map(({ provider }) => provider.id)).toEqual(['entra', 'okta'])
  })

  test('narrows them down to the one that the issuer belongs to', async () => {
    const { usesOf, providerOf } = await loadClaimLibrary()
    const issuer = 'https://acme.okta.com/oauth2/default'
    expect(providerOf(issuer)?.name).toBe('Okta')
    expect(usesOf('scp', issuer).map(({ provider }) => provider.id)).toEqual(['okta'])
  })

  test('keeps the others where that provider does not use the name', async () => {
    const { usesOf } = await loadClaimLibrary()
    const uses = usesOf('token_type', 'https://acme.okta.com/oauth2/default')
    expect(uses.map(({ provider }) => provider.id)).toContain('simplejwt')
  })

  test('knows names that follow a pattern', async () => {
    const { usesOf } = await loadClaimLibrary()
    expect(usesOf('repo_property_team', null).map(({ provider }) => provider.id)).toEqual([
      'github-actions',
    ])
  })

  test('takes no issuer for a provider that only contains its name', async () => {
    const { providerOf } = await loadClaimLibrary()
    expect(providerOf('https://acme.okta.com.evil.example/')).toBeNull()
    expect(providerOf(`https://${'a'.repeat(1_000_000)}.okta.com`)).toBeNull()
  })
})
