/** Which facts does a token state, and which more could it state? */
import type { JsonNode, JsonObject } from '../token/jsonText.ts'

export interface Fact {
  name: string
  /** As it stands in JSON. */
  json: string
  /** One text a value: several only for a list. */
  texts: readonly string[]
}

/** The three facts of the class notes. */
export const NOTES_FACTS: readonly Fact[] = [
  textFact('sub', '1234567890'),
  textFact('name', 'John Doe'),
  { name: 'admin', json: 'true', texts: ['true'] },
]

/** What else is often said of a user, in the order in which it is added. */
export const MORE_FACTS: readonly Fact[] = [
  textFact('email', 'john@example.org'),
  textFact('given_name', 'John'),
  textFact('family_name', 'Doe'),
  textFact('locale', 'en-GB'),
  textFact('zoneinfo', 'Europe/London'),
  textFact('birthdate', '1990-04-01'),
  textFact('phone_number', '+44 20 7946 0000'),
  textFact('website', 'https://john.example'),
  textFact('department', 'Sales'),
  textFact('role', 'editor'),
  textFact('team', 'North'),
  textFact('building', 'B2'),
  textFact('room', '2.14'),
  textFact('manager', 'jane'),
  textFact('cost_center', '4711'),
  textFact('language', 'en'),
  textFact('plan', 'basic'),
  textFact('region', 'eu-west'),
  textFact('shift', 'early'),
  textFact('badge', '90210'),
  textFact('theme', 'dark'),
  textFact('currency', 'GBP'),
  textFact('country', 'GB'),
  textFact('city', 'London'),
]

function textFact(name: string, text: string): Fact {
  return { name, json: JSON.stringify(text), texts: [text] }
}

/** The members of a claims set, in their order; of a name that stands there twice the last. */
export function factsOf(claims: JsonObject): Fact[] {
  const facts = claims.members.map(({ name, value }) => ({
    name,
    json: spell(value),
    texts: value.kind === 'array' ? value.items.map(textOf) : [textOf(value)],
  }))
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()]
}

/** The facts as the JSON text of a payload, without any space. */
export const writeFacts = (facts: readonly Fact[]): string =>
  `{${facts.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',')}}`

/** A string as it is, all else as it stands in JSON. */
const textOf = (node: JsonNode): string => (node.kind === 'string' ? node.value : spell(node))

function spell(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ name, value }) => `${JSON.stringify(name)}:${spell(value)}`).join(',')}}`
    case 'array':
      return `[${node.items.map(spell).join(',')}]`
    case 'string':
      return JSON.stringify(node.value)
    case 'number':
      return node.spelling
    case 'true':
    case 'false':
    case 'null':
      return node.kind
    default:
      return node satisfies never
  }
}
