import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../src/lessons/boards/canonicalXml.ts'
import { readXml } from '../../../src/lessons/boards/xmlTree.ts'

const canonical = (text: string): string => canonicalize(readXml(text))

describe('exclusive canonicalisation', () => {
  const cases: [rule: string, text: string, form: string][] = [
    ['attributes stand in the order of their names', '<a c="1" b="2"></a>', '<a b="2" c="1"></a>'],
    [
      'attributes with a namespace stand behind those without, by its address',
      '<a xmlns:y="urn:1" xmlns:x="urn:2" x:a="1" y:b="2" c="3"/>',
      '<a xmlns:x="urn:2" xmlns:y="urn:1" c="3" y:b="2" x:a="1"></a>',
    ],
    ['an empty element has two tags', '<a/>', '<a></a>'],
    ['quotes are double', `<a b='say "so"'/>`, '<a b="say &quot;so&quot;"></a>'],
    ['a namespace nobody uses goes', '<a xmlns:x="urn:x"/>', '<a></a>'],
    [
      'a namespace is declared where it is used, not above',
      '<a xmlns:x="urn:x"><b><x:c/></b></a>',
      '<a><b><x:c xmlns:x="urn:x"></x:c></b></a>',
    ],
    [
      'and only once on the way down',
      '<x:a xmlns:x="urn:x"><x:b xmlns:x="urn:x"/></x:a>',
      '<x:a xmlns:x="urn:x"><x:b></x:b></x:a>',
    ],
    [
      'the default namespace is written where it is used, and taken back',
      '<a xmlns="urn:a"><b xmlns=""/></a>',
      '<a xmlns="urn:a"><b xmlns=""></b></a>',
    ],
    ['line ends are LF', '<a>\r\n</a>', '<a>\n</a>'],
    ['spaces between elements stay', '<a>\n  <b/> </a>', '<a>\n  <b></b> </a>'],
    ['spaces inside tags go', '<a  b = "1"\n></a >', '<a b="1"></a>'],
    [
      'what must be escaped is',
      '<a b="&lt;&amp;&gt;">&gt;&amp;&apos;</a>',
      `<a b="&lt;&amp;>">&gt;&amp;'</a>`,
    ],
  ]
  it.each(cases)('%s', (_rule, text, form) => {
    expect(canonical(text)).toBe(form)
    expect(canonical(form)).toBe(form)
  })

  it.each([
    ['<a>', 'Character 4: expected </a>.'],
    ['<a b=1/>', 'Character 6: expected a quote.'],
    ['<a></b>', 'Character 4: expected </a.'],
    ['<a/>x', 'Character 5: expected the end.'],
  ])('names the place in %s', (text, sentence) => {
    expect(() => readXml(text)).toThrow(sentence)
  })
})
