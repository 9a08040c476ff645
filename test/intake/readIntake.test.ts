import { describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { bodies, cookiesAndAddresses } from './bodies.ts'
import { commands, headers } from './commands.ts'
import type { Fixture } from './fixtures.ts'
import { notes } from './notes.ts'
import { nothingFound, opaqueTokens } from './others.ts'
import { amongWords, broken, faulty } from './raw.ts'

const groups: [string, Fixture[]][] = [
  ['every command and body of the five notes', notes],
  ['headers', headers],
  ['commands', commands],
  ['JSON bodies and recordings', bodies],
  ['cookies, URLs, forms, settings and logs', cookiesAndAddresses],
  ['what is certain is taken out of a token', broken],
  ['what is wrong inside a token stays in it', faulty],
  ['the words and tokens around it are kept apart', amongWords],
  ['opaque credentials are named', opaqueTokens],
  ['nothing is found where there is nothing', nothingFound],
]

for (const [group, fixtures] of groups)
  describe(group, () => {
    test.each(fixtures)('$name', ({ raw, tokens, kind, sentence, warnings, request }) => {
      const intake = readIntake(raw)
      expect(intake.tokens.map(({ text, name }) => [text, name])).toEqual(tokens)
      expect(intake).toMatchObject({ kind, sentence, warnings, request })
    })
  })
