/** Are the fields of the body there, and are they text? Django REST framework's serializers, behaviour.md 3. */
import type { BodyObject, BodyValue, Answer, ServerRequest } from './exchange.ts'
import { MintedToken } from './mintedToken.ts'
import { strip } from './pythonValue.ts'
import type { FieldFault } from './reason.ts'
import { reply } from './replies.ts'
import type { Stores } from './stores.ts'

export type FieldsReading<Name extends string> =
  | { state: 'read'; field: (name: Name) => string | MintedToken }
  | { state: 'faulty'; reply: Answer }

/** Text is stripped, numbers become text; each field with a fault gets its own message, in the order of `names`. */
export function readFields<Name extends string>(
  request: ServerRequest,
  names: readonly Name[],
  stores: Stores,
): FieldsReading<Name> {
  const body = request.body === undefined ? {} : request.body
  if (!isObject(body)) return { state: 'faulty', reply: replyNoObject(body, stores) }
  const values = new Map<Name, string | MintedToken>()
  const faults: { name: Name; fault: FieldFault }[] = []
  for (const name of names) {
    const value = readField(body, name)
    if (typeof value === 'object' && 'fault' in value) faults.push({ name, fault: value.fault })
    else values.set(name, value)
  }
  if (faults.length === 0) return { state: 'read', field: (name) => values.get(name) ?? '' }
  const messages = Object.fromEntries(faults.map(({ name, fault }) => [name, [told[fault]]]))
  return { state: 'faulty', reply: reply(400, messages, stores, { code: 'fields', faults }) }
}

/** What the body says. */
const told: Readonly<Record<FieldFault, string>> = {
  required: 'This field is required.',
  null: 'This field may not be null.',
  blank: 'This field may not be blank.',
  'not text': 'Not a valid string.',
  'null character': 'Null characters are not allowed.',
}

function readField(body: BodyObject, name: string): string | MintedToken | { fault: FieldFault } {
  if (!Object.hasOwn(body, name)) return { fault: 'required' }
  const value = body[name] ?? null
  if (value === null) return { fault: 'null' }
  if (value instanceof MintedToken) return value
  if (typeof value !== 'string' && typeof value !== 'number') return { fault: 'not text' }
  const text = strip(String(value))
  if (text === '') return { fault: 'blank' }
  return text.includes('\0') ? { fault: 'null character' } : text
}

const isObject = (value: BodyValue): value is BodyObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof MintedToken)

function replyNoObject(body: BodyValue, stores: Stores): Answer {
  const found = body === null ? null : pythonType(body)
  const message =
    found === null ? 'No data provided' : `Invalid data. Expected a dictionary, but got ${found}.`
  return reply(400, { non_field_errors: [message] }, stores, { code: 'no-object', found })
}

function pythonType(value: BodyValue): string {
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return Array.isArray(value) ? 'list' : 'str'
}
