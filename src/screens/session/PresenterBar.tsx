/** How is the lab presented with a pointer? The buttons come when it moves or when the focus is on them; ux.md 4.10. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { endPresenting, freeze, presenterStore, showSwitches } from '../../state/presenter.ts'
import { playOrPause } from '../../state/sessionStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { goBack, goOn } from './labKeys.ts'
import css from './Presented.module.css'
import { PlayheadClock } from './Transport.tsx'
import { useSession } from './useSession.ts'

export function PresenterBar(): ReactElement {
  const isPlaying = useSession((session) => session.isPlaying)
  const { card, hasSwitches } = useStore(presenterStore)
  return (
    <div className={css['bar']} role="group" aria-label="Presenter">
      <button type="button" className="quiet" aria-label="Previous event" onClick={() => goBack()}>
        <Icon name="previous" />
      </button>
      <button type="button" className="quiet" onClick={playOrPause}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <button type="button" className="quiet" aria-label="Next event" onClick={() => goOn()}>
        <Icon name="next" />
      </button>
      <PlayheadClock />
      <button type="button" className="quiet" aria-pressed={card === 'question'} onClick={freeze}>
        Question <kbd>.</kbd>
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={hasSwitches}
        onClick={() => showSwitches(!hasSwitches)}
      >
        What if <kbd>Q</kbd>
      </button>
      <button type="button" className="quiet" onClick={endPresenting}>
        End presenting <kbd>Esc</kbd>
      </button>
    </div>
  )
}
