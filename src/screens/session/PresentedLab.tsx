/** How does the lab look on a projector? Lanes, one exchange and the sentence of now; ux.md 4.10. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { presenterStore } from '../../state/presenter.ts'
import { usePresented } from '../usePresented.ts'
import { EventTable } from './EventTable.tsx'
import { Lanes } from './Lanes.tsx'
import { Patterns } from './Patterns.tsx'
import css from './Presented.module.css'
import { EndCard } from './EndCard.tsx'
import { Narrator } from './Narrator.tsx'
import { PresentedExchange } from './PresentedExchange.tsx'
import { PresentedLife } from './PresentedLife.tsx'
import { PresenterBar } from './PresenterBar.tsx'
import { PresenterKeys } from './PresenterKeys.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { NowSentence, WhatIf } from './Story.tsx'
import { usePlayer } from './usePlayer.ts'
import { useIsAsked, useSession } from './useSession.ts'
import { useUnit } from './useUnit.ts'

/** The picture is drawn twice as large as elsewhere, its lines and words with it. */
const LARGER = 2
/** Higher lanes become no easier to read. */
const MOST_STRETCHED = 1.9

export function PresentedLab(): ReactElement {
  usePresented('lab')
  usePlayer()
  const unit = useUnit()
  const title = useSession((session) => session.preset.title)
  const isVeiled = useIsVeiled()
  const card = useStore(presenterStore, (state) => state.card)
  const hasSwitches = useStore(presenterStore, (state) => state.hasSwitches)
  return (
    <div className={css['stage']}>
      <div className={css['head']}>
        <h2>{title}</h2>
        <KeyCaption />
        <PresenterBar />
      </div>
      {card === 'question' && <QuestionCard />}
      {card === 'end' && <EndCard />}
      {card === null && (
        <>
          <Patterns />
          <PresentedLife scale={LARGER * unit} isVeiled={isVeiled} />
          <Lanes scale={LARGER * unit} stretch={MOST_STRETCHED} isVeiled={isVeiled} />
          {hasSwitches ? <Switches /> : <PresentedExchange />}
          <div className={css['now']}>
            <NowSentence />
            <Narrator />
          </div>
          <EventTable isShown={false} />
        </>
      )}
      <PresenterKeys />
    </div>
  )
}

/** In a room the first vote counts as an answer. */
function useIsVeiled(): boolean {
  const slug = useSession((session) => session.preset.slug)
  const isAsked = useIsAsked()
  const hasVotes = useStore(presenterStore, ({ votes }) => votes[slug]?.some((count) => count > 0))
  return isAsked && hasVotes !== true
}

/** The last shortcut, as large as the rest, so that the room can follow. */
function KeyCaption(): ReactElement | null {
  const caption = useStore(presenterStore, (state) => state.caption)
  if (caption === null) return null
  return (
    <p className={css['caption']}>
      <kbd>{caption.cap}</kbd> {caption.does}
    </p>
  )
}

/** The focus is on the first of them as soon as they come, and where it was before once they go. */
function Switches(): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.querySelector('input')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div ref={box} className={css['switches']}>
      <WhatIf />
    </div>
  )
}
