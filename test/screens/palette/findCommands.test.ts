/** Is what was meant found first? */
import { describe, expect, test } from 'vitest'
import {
  type Command,
  findCommands,
  MOST_COMMANDS,
} from '../../../src/screens/palette/findCommands.ts'

const command = (name: string, group = 'Reference', detail = ''): Command => ({
  id: `${group} ${name}`,
  group,
  name,
  detail,
  address: '#/debug',
})

const commands = [
  command('Debug', 'View', 'Take a token apart'),
  command('An expired token', 'Sample'),
  command('refresh_exp'),
  command('exp', 'Claim', 'in the payload'),
  command('Expect', 'View'),
  command('RS256'),
]

const namesFor = (query: string): string[] => findCommands(commands, query).map(({ name }) => name)

describe('what is found', () => {
  test('has whole names first, then beginnings, then beginnings of words, then the rest', () => {
    expect(namesFor('exp')).toEqual(['exp', 'Expect', 'An expired token', 'refresh_exp'])
    expect(namesFor('xpe')).toEqual(['Expect'])
  })

  test('holds every word, in the name or beside it, whatever the case', () => {
    expect(namesFor('TOKEN expired')).toEqual(['An expired token'])
    expect(namesFor('claim payload')).toEqual(['exp'])
    expect(namesFor('claim rs256')).toEqual([])
  })

  test('is the first ones as they stand, while nothing is asked for', () => {
    expect(namesFor('  ')).toEqual(commands.map(({ name }) => name))
  })

  test('is never more than can be looked through', () => {
    const many = Array.from({ length: 80 }, (_, index) => command(`name ${index}`))
    expect(findCommands(many, 'name')).toHaveLength(MOST_COMMANDS)
    expect(findCommands(many, '')).toHaveLength(MOST_COMMANDS)
  })

  test('takes signs of patterns for what they are', () => {
    expect(namesFor('.*')).toEqual([])
    expect(namesFor('(')).toEqual([])
  })
})
