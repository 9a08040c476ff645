/** What does the learner think will happen? Asked before it does; remembered beside what did. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { Prediction } from '../../lessons/lesson.ts'
import { checkGuess, guessAt, lessonStore, progressAt } from '../../state/lessonStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LessonText } from './LessonText.tsx'
import css from './Predict.module.css'
import stepCss from './StepView.module.css'

interface Props {
  stepKey: string
  /** null where there is nothing to guess. */
  prediction: Prediction | null
}

export function Predict({ stepKey, prediction }: Props): ReactElement | null {
  const { guess, isChecked } = useStore(lessonStore, (lessons) => progressAt(lessons, stepKey))
  if (prediction === null) return null
  const isRevealed = isChecked && guess !== null
  return (
    <section className={stepCss['part']} aria-label="Predict">
      <h3>Predict</h3>
      <fieldset className={css['choices']}>
        <legend>
          <LessonText text={prediction.question} />
        </legend>
        {prediction.choices.map(({ text, isRight }, place) => (
          <label key={text} className={css['choice']}>
            <input
              type="radio"
              name={stepKey}
              checked={guess === place}
              onChange={() => guessAt(stepKey, place)}
            />
            <span>
              <LessonText text={text} />
            </span>
            {isRevealed && isRight && (
              <small className={css['hit']}>
                <Icon name="check" />
                this is what happens
              </small>
            )}
            {isRevealed && !isRight && guess === place && <small>your guess</small>}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" onClick={() => checkGuess(stepKey)}>
        Check my guess
      </button>
    </section>
  )
}
