import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf, sightOf } from '../../src/editor/longText.ts'

describe('a text that breaks anywhere', () => {
  test('has a row for every so many characters', () => {
    const grid = gridOf('a'.repeat(250), 'anywhere', 100)
    expect(grid).toMatchObject({ rows: 3, columns: 100 })
    expect([0, 1, 2, 3, 99].map((row) => grid?.startOf(row))).toEqual([0, 100, 200, 250, 250])
  })

  test('is not reckoned with where characters may have another width', () => {
    for (const text of ['日本', 'a b', 'a\nb', 'é', '\u200b'])
      expect(gridOf(text, 'anywhere', 100)).toBeNull()
    expect(gridOf('abc', 'anywhere', 0)).toBeNull()
  })
})

describe('a text that breaks at its own line ends', () => {
  test('has a row for each line, and the longest says how wide it is', () => {
    const grid = gridOf('a\nbcd\n\nef', 'none', 0)
    expect(grid).toMatchObject({ rows: 4, columns: 3 })
    expect([0, 1, 2, 3, 4].map((row) => grid?.startOf(row))).toEqual([0, 2, 6, 7, 9])
  })

  test('is not reckoned with where a line is too long to be drawn as a whole', () => {
    expect(gridOf(`a\n${'b'.repeat(20_000)}\nc`, 'none', 0)).toBeNull()
  })
})

test('what is in sight is drawn, and starts at the start of a row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 12, unit: 'grapheme-ascii' }), { maxLength: 400 }),
      fc.nat(9000),
      fc.nat(900),
      (lines, scrollTop, height) => {
        const text = lines.join('\n')
        const grid = gridOf(text, 'none', 0)
        if (!grid) throw new Error('no grid')
        const { row, from, to } = sightOf(grid, scrollTop, height, 20)
        expect(from).toBe(grid.startOf(row))
        expect(row * 20).toBeLessThanOrEqual(scrollTop)
        expect(from).toBeLessThanOrEqual(to)
        const firstInSight = grid.startOf(Math.floor(scrollTop / 20))
        const endOfSight = grid.startOf(Math.ceil((scrollTop + height) / 20))
        expect(from).toBeLessThanOrEqual(firstInSight)
        expect(to).toBeGreaterThanOrEqual(endOfSight)
      },
    ),
  )
})
