/** Any JSON text there may be, for properties. */
import * as fc from 'fast-check'

const white = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 2 })
const numbers = fc.oneof(
  fc.constantFrom('0', '-0', '1.0', '1E2', '10e-07', '-0.5e+3', '9007199254740993', '1e400'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
)
const strings = fc.oneof(
  fc.constantFrom(
    '"__proto__"',
    '"constructor"',
    '""',
    '"a"',
    '"\\u0061"',
    '"\\ud83d\\ude00"',
    '"\\uD800"',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"é\u2028\u007f"', '"😀"'),
)
/** JSON texts, not values: with white space, escapes and number spellings of every kind. */
export const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc
    .tuple(
      white,
      fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('true', 'false', 'null'),
        numbers,
        strings,
        fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(',') || ' '}]`),
        fc
          .array(fc.tuple(white, strings, white, tie('json')), { maxLength: 4 })
          .map(
            (members) =>
              `{${members.map(([a, name, b, value]) => `${a}${name}${b}:${value}`).join(',')}}`,
          ),
      ),
      white,
    )
    .map((parts) => parts.join('')),
}))
