/** What do rewrites of the same facts do to the digest that is signed? */
import type { ReactElement } from 'react'
import {
  JSON_REWRITES,
  jsonRewrites,
  writePayload,
  type Written,
  writeXml,
  XML_REWRITES,
  xmlRewrites,
} from '../../../lessons/boards/canonicalBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Switch, Verdict, Wire } from './BoardParts.tsx'

const toggled = <Id extends string>(ids: readonly Id[], id: Id, isOn: boolean): readonly Id[] =>
  isOn ? [...ids, id] : ids.filter((one) => one !== id)

export function CanonicalBoard({ state, onChange }: BoardProps<'canonical'>): ReactElement {
  const xml = writeXml(state.xml)
  const json = writePayload(state.json)
  return (
    <div className={`${css['board']} ${css['two']}`}>
      <Part label="XML, canonical form signed">
        <Digest written={xml} was={writeXml([])} />
        <div className={css['switches']}>
          {XML_REWRITES.map((id) => (
            <Switch
              key={id}
              label={xmlRewrites[id].label}
              isOn={state.xml.includes(id)}
              onSwitch={(isOn) => onChange({ ...state, xml: toggled(state.xml, id, isOn) })}
            />
          ))}
        </div>
        <Wire text={xml.text.replaceAll('\r\n', '␍␊\n')} />
        <details>
          <summary>Canonical form of it</summary>
          <Wire text={xml.signed} />
        </details>
      </Part>
      <Part label="JSON, signed as it stands">
        <Digest written={json} was={writePayload([])} />
        <div className={css['switches']}>
          {JSON_REWRITES.map((id) => (
            <Switch
              key={id}
              label={jsonRewrites[id].label}
              isOn={state.json.includes(id)}
              onSwitch={(isOn) => onChange({ ...state, json: toggled(state.json, id, isOn) })}
            />
          ))}
        </div>
        <Wire text={json.text} />
      </Part>
    </div>
  )
}

function Digest({ written, was }: { written: Written; was: Written }): ReactElement {
  const isSame = written.digest === was.digest
  const isRewritten = written.text !== was.text
  const title = isSame
    ? isRewritten
      ? 'Other text, same digest.'
      : 'The text that was signed.'
    : 'The digest is another one: the signature does not match.'
  return (
    <Verdict state={isSame ? 'pass' : 'fail'} title={title}>
      <code>SHA-256 {written.digest.slice(0, 24)}…</code>
    </Verdict>
  )
}
