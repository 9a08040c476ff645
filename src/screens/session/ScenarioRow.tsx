/** Which session is it, what does it ask, and what is the answer? ux.md 4.8. */
import type { ReactElement } from 'react'
import { settledAt } from '../../simulation/preset.ts'
import { presetNamed, presets } from '../../simulation/presets.ts'
import {
  changeScenario,
  choosePreset,
  guess,
  linkOf,
  reveal,
  sessionStore,
} from '../../state/sessionStore.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { addressOf } from './address.ts'
import { ExportMenu } from './export/ExportMenu.tsx'
import css from './ScenarioRow.module.css'
import { useSession, useTimeline } from './useSession.ts'

export function ScenarioRow(): ReactElement {
  const preset = useSession((session) => session.preset)
  return (
    <div className={css['row']}>
      <select
        className={`select ${css['scenario']}`}
        aria-label="Scenario"
        value={preset.slug}
        onChange={(event) => {
          const chosen = presetNamed(event.currentTarget.value)
          if (chosen) choosePreset(chosen)
        }}
      >
        {presets.map(({ slug, title }, place) => (
          <option key={slug} value={slug}>
            {place + 1} {title}
          </option>
        ))}
      </select>
      <Question />
      <div className={css['acts']}>
        <CopyButton label="Copy link" text={() => addressOf(linkOf(sessionStore.getState()))} />
        <ExportMenu />
        <button type="button" className="quiet" onClick={() => choosePreset(preset)}>
          Reset
        </button>
      </div>
    </div>
  )
}

function Question(): ReactElement {
  const { question, choices } = useSession((session) => session.preset)
  const guessed = useSession((session) => session.guess)
  if (question === null) return <p className={css['question']}>Every setting is yours.</p>
  const choice = guessed === null ? undefined : choices[guessed]
  return (
    <div className={css['question']}>
      <p className={css['asked']}>{question}</p>
      {choice === undefined ? (
        <div role="group" aria-label="Your prediction" className={css['choices']}>
          {choices.map(({ text }, place) => (
            <button key={text} type="button" className="button" onClick={() => guess(place)}>
              {text}
            </button>
          ))}
        </div>
      ) : (
        <Answer text={choice.text} isRight={choice.isRight} reason={choice.reason} />
      )}
    </div>
  )
}

interface AnswerProps {
  text: string
  isRight: boolean
  reason: string
}

/** The run gives the answer; who does not want to wait asks for it. */
function Answer({ text, isRight, reason }: AnswerProps): ReactElement {
  const timeline = useTimeline()
  const preset = useSession((session) => session.preset)
  const settled = settledAt(preset, timeline)
  const hasCome = useSession((session) => session.playhead.instant >= settled)
  const isRevealed = useSession((session) => session.isRevealed) || hasCome
  const { reveal: revealed, dial } = preset
  const scenario = useSession((session) => session.scenario)
  if (!isRevealed)
    return (
      <p role="status" aria-label="Prediction">
        You predict: <b>{text}</b>. Play it on, or{' '}
        <button type="button" className="link" onClick={reveal}>
          reveal the answer
        </button>
      </p>
    )
  const isTurned =
    dial !== null &&
    Object.entries(dial.change).every(
      ([name, value]) =>
        JSON.stringify(Object.entries(scenario).find(([key]) => key === name)?.[1]) ===
        JSON.stringify(value),
    )
  return (
    <p role="status" aria-label="Prediction">
      <b>{isRight ? 'As you predicted.' : `You predicted ‘${text}’.`}</b> {isRight ? '' : reason}{' '}
      {revealed}{' '}
      {dial !== null &&
        (isTurned ? (
          <>
            <b>{dial.label}.</b> {dial.shows}
          </>
        ) : (
          <button type="button" className="link" onClick={() => changeScenario(dial.change)}>
            What if: {dial.label}
          </button>
        ))}
    </p>
  )
}
