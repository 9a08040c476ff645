/** What does the forger make of the token that Alice was given? */
import { type ReactElement, useEffect, useState } from 'react'
import { compareParts, namesOfOther } from '../../attack/difference.ts'
import { isSameForgery, type Seal } from '../../attack/forgery.ts'
import { TEN_WORDS, tryWords } from '../../attack/tryWords.ts'
import { PlainField } from '../../editor/PlainField.tsx'
import {
  editForgery,
  forgedToken,
  guessAnswer,
  makeMove,
  send,
  startOver,
  type Visit,
} from '../../state/attackStore.ts'
import { markToken } from '../../state/marks.ts'
import { markJson } from '../../token/jsonMarks.ts'
import { readToken } from '../../token/readToken.ts'
import { Icon } from '../../ui/Icon.tsx'
import token from '../debug/TokenPane.module.css'
import part from '../debug/PartPane.module.css'
import css from './AttackScreen.module.css'

const SEALS: Record<Seal, string> = {
  kept: 'Keep the old signature',
  empty: 'Leave it empty',
  secret: 'HMAC with a secret',
  'own-key': 'Sign with my own key',
}

export function ForgePane({ visit }: { visit: Visit }): ReactElement {
  const { opened, forgery } = visit
  const { slug, hasWordList } = opened.room
  const text = useForgedToken(visit)
  const seals = Object.entries(SEALS).filter(([seal]) => seal !== 'own-key' || opened.own)
  return (
    <section aria-label="Your token" className={`${css['pane']} ${css['forge']}`}>
      <div className={css['title']}>
        <h2>Your token</h2>
        <span className={css['note']}>{tellOther(text, visit.given)}</span>
        <button type="button" className="link" onClick={() => startOver(slug)}>
          Start over
        </button>
      </div>
      <PlainField
        label="Forged token"
        className={`${token['field']} ${css['token']}`}
        value={text}
        marks={(from, to) =>
          markToken(readToken(text), (at) => at).filter((mark) => mark.to > from && mark.from < to)
        }
        isReadOnly
        onEdit={() => undefined}
      />
      {(['header', 'payload'] as const).map((name) => (
        <div key={name} data-part={name} className={css['part']}>
          <h3>{name === 'header' ? 'Header' : 'Payload'}</h3>
          <PlainField
            label={name === 'header' ? 'Forged header' : 'Forged payload'}
            className={`${part['field']} ${css['json']}`}
            value={forgery[name]}
            marks={(from, to) => markJson(forgery[name], from, to)}
            onEdit={(edit) => editForgery(slug, { [name]: edit.text })}
          />
        </div>
      ))}
      <div data-part="signature" className={css['part']}>
        <h3>Signature</h3>
        <div className={css['seal']}>
          <select
            className="select"
            aria-label="How it is signed"
            value={forgery.seal}
            onChange={(event) => {
              const chosen = seals.find(([seal]) => seal === event.currentTarget.value)
              if (chosen && isSeal(chosen[0])) editForgery(slug, { seal: chosen[0] })
            }}
          >
            {seals.map(([seal, label]) => (
              <option key={seal} value={seal}>
                {label}
              </option>
            ))}
          </select>
          {forgery.seal === 'secret' && (
            <textarea
              className={`input ${css['secret']}`}
              aria-label="Secret to sign with"
              placeholder="The secret, as text"
              rows={forgery.secret.includes('\n') ? 4 : 1}
              spellCheck={false}
              autoComplete="off"
              value={forgery.secret}
              onChange={(event) => editForgery(slug, { secret: event.currentTarget.value })}
            />
          )}
        </div>
      </div>
      {hasWordList && <WordList given={visit.given} />}
      <Moves visit={visit} />
      <Sending visit={visit} />
    </section>
  )
}

function tellOther(text: string, given: string): string {
  const names = namesOfOther(compareParts(text, given))
  return names === '' ? 'still the one that Alice has' : `differs from Alice’s in ${names}`
}

function Moves({ visit: { opened, given, forgery } }: { visit: Visit }): ReactElement {
  const { slug, moves } = opened.room
  return (
    <div role="group" aria-labelledby="moves" className={css['moves']}>
      <h3 id="moves">Moves</h3>
      <ol>
        {moves.map(({ label, tells, apply }, place) => {
          const isMade = isSameForgery(apply(forgery, { opened, given }), forgery)
          return (
            <li key={label}>
              <span className={css['number']}>{isMade ? <Icon name="check" /> : place + 1}</span>
              <button type="button" className="button" onClick={() => makeMove(slug, place)}>
                {label}
                {isMade && <span className="visually-hidden">, done</span>}
              </button>
              <span className={css['note']}>{tells}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const isSeal = (text: string): text is Seal => text in SEALS

/** Signing with a key pair takes a moment. */
function useForgedToken(visit: Visit): string {
  const [text, setText] = useState(visit.given)
  useEffect(() => {
    let isCurrent = true
    void forgedToken(visit).then((made) => isCurrent && setText(made))
    return () => {
      isCurrent = false
    }
  }, [visit])
  return text
}

function Sending({ visit }: { visit: Visit }): ReactElement {
  const { slug } = visit.opened.room
  return (
    <div className={css['sending']}>
      <fieldset>
        <legend>What will the server answer to your token?</legend>
        {(['accepted', 'refused'] as const).map((guess) => (
          <label key={guess}>
            <input
              type="radio"
              name={`guess-${slug}`}
              checked={visit.guess === guess}
              onChange={() => guessAnswer(slug, guess)}
            />
            {guess === 'accepted' ? '200, it lets me in' : '401, it refuses'}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className={`button ${css['send']}`}
        onClick={() => void send(slug, 'forger')}
      >
        Send my token
      </button>
      <button type="button" className="button" onClick={() => void send(slug, 'alice')}>
        Send Alice’s token
      </button>
    </div>
  )
}

function WordList({ given }: { given: string }): ReactElement {
  const found = tryWords(given)
  return (
    <details className={css['words']}>
      <summary>Ten words that everybody tries</summary>
      <ul>
        {TEN_WORDS.map((word) => (
          <li key={word}>
            <code>{word}</code> {word === found ? <b>makes Alice’s signature</b> : 'does not match'}
          </li>
        ))}
      </ul>
    </details>
  )
}
