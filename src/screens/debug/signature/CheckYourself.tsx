/** How can a signature be checked without this page? ux.md 3.4. */
import { type ReactElement, useState } from 'react'
import type { SecretEncoding } from '../../../keys/secret.ts'
import type { TokenReading } from '../../../token/readToken.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { KEY_FILE, type SnippetSubject } from '../../../verification/snippet.ts'
import {
  languages,
  readSnippetSubject,
  tellNoSnippet,
  writeSnippet,
} from '../../../verification/snippets.ts'
import css from './CheckYourself.module.css'
import section from '../Section.module.css'

interface Props {
  reading: TokenReading
  /** How the secret in the key box is written. */
  encoding: SecretEncoding
}

/** Nothing where nothing is signed. The code is written only while it is asked for. */
export function CheckYourself({ reading, encoding }: Props): ReactElement | null {
  const [isOpen, setOpen] = useState(false)
  const answer = readSnippetSubject(reading, encoding)
  if (answer === null) return null
  return (
    <section className={section['section']} aria-labelledby="check-yourself-title">
      <div className={section['head']}>
        <h2 id="check-yourself-title">Check yourself</h2>
        <span className={section['meta']}>with a tool of your own</span>
      </div>
      {answer.kind === 'subject' ? (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary
            className={`link ${css['summary']}`}
          >{`Code for ${languages.length} tools`}</summary>
          {isOpen && <Snippets subject={answer.subject} />}
        </details>
      ) : (
        <p className={section['note']}>{tellNoSnippet(answer)}</p>
      )}
    </section>
  )
}

/** What is drawn of code with an overlong token; copying takes all of it. */
const MOST_CODE = 8192

function Snippets({ subject }: { subject: SnippetSubject }): ReactElement | null {
  const [chosen, setChosen] = useState(0)
  const language = languages[chosen]
  if (language === undefined) return null
  const { name, file, run } = language
  const code = writeSnippet(language, subject)
  const needs =
    subject.algorithm.family === 'hmac'
      ? 'Put your secret in its place.'
      : `Put the public key (PEM) beside it as ${KEY_FILE}.`
  return (
    <>
      <Tabs
        label="Language"
        names={languages.map((each) => each.name)}
        chosen={chosen}
        controls="check-yourself-code"
        onChoose={setChosen}
      />
      <div
        id="check-yourself-code"
        role="tabpanel"
        aria-label={name}
        tabIndex={0}
        className={css['code']}
      >
        <pre>
          {code.slice(0, MOST_CODE)}
          {code.length > MOST_CODE && '…'}
        </pre>
      </div>
      <p className={section['note']}>
        Save as <code>{file}</code>, run <code>{run}</code>. {needs} The code holds your token, so
        keep it as safe as the token.
      </p>
      <CopyButton label="Copy code" className={`link ${css['copy']}`} text={() => `${code}\n`} />
    </>
  )
}
