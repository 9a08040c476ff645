import { describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { notes } from './notes.ts'
describe('notes', () => {
  test.each(notes)('$name', ({ raw, kind, tokens, sentence, warnings, request }) => {
    const intake = readIntake(raw)
    expect(intake.tokens.map(({ text, name }) => [text, name])).toEqual(tokens)
    expect({
      kind: intake.kind,
      sentence: intake.sentence,
      warnings: intake.warnings,
      request: intake.request,
    }).toEqual({ kind, sentence, warnings, request })
  })
})
