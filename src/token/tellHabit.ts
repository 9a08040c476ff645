/** What is to be done about a habit that makes a text stop being JSON? RFC 8259. Loaded late. */
import type { JsonHabit } from './jsonSyntax.ts'

/** The likely cause and the remedy, one sentence without its full stop. */
export function tellHabit(habit: JsonHabit): string {
  switch (habit) {
    case 'blank':
      return 'There is nothing but white space; copy the token again'
    case 'cut-off':
      return 'Its end is missing, probably lost in copying; copy the token again'
    case 'token':
      return 'It is probably a token inside this token; paste it by itself to read it'
    case 'other-text':
      return 'This is some other text; copy the token again from its first character'
    case 'unquoted-name':
      return 'Probably hand-edited; keys need quotes'
    case 'unquoted-text':
      return 'Probably hand-edited; text needs quotes'
    case 'single-quotes':
      return 'Probably printed by Python or JavaScript; JSON wants double quotes'
    case 'curly-quotes':
      return 'Probably passed through a word processor; JSON wants straight double quotes'
    case 'unescaped-quote':
      return 'A quote inside a text needs a backslash before it'
    case 'escaped-twice':
      return 'Probably turned into JSON twice; take out the backslashes'
    case 'trailing-comma':
      return 'Probably hand-edited; take out the comma before the closing bracket'
    case 'missing-comma':
      return 'Probably hand-edited; put a comma between the two'
    case 'missing-colon':
      return 'Probably hand-edited; put a colon between a name and its value'
    case 'missing-value':
      return 'Probably hand-edited; put a value there, such as null'
    case 'wrong-bracket':
      return 'Probably hand-edited; what opens with { closes with }, what opens with [ closes with ]'
    case 'comment':
      return 'JSON has no comments; take it out'
    case 'no-number':
      return 'JSON has no NaN, Infinity or undefined; write null or leave the claim out'
    case 'other-literal':
      return 'Probably printed by another language; JSON writes true, false and null'
    case 'number-spelling':
      return 'JSON writes numbers like 12, -0.5 or 1e9: no plus, no leading zero, a digit on both sides of the dot'
    case 'control-character':
      return 'Line breaks, tabs and other control characters stand in a text only as escapes such as ‘\\n’'
    case 'bad-escape':
      return 'If the backslash itself is meant, write it twice'
    case 'more-after-end':
      return 'The JSON is complete before that; take out what follows'
    case 'unknown':
      return 'Probably hand-edited; mend it there or copy the token again'
    default:
      return habit satisfies never
  }
}
