/** Which token does the open lesson work with: the learner's, that of the link, or an example? */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type LessonToken, lessonTokenFor, type TokenNeeds } from '../../lessons/lessonToken.ts'
import type { SampleId } from '../../samples/sampleIds.ts'
import type { Sample } from '../../samples/samples.ts'
import { makeExample } from '../../state/acts.ts'
import { type Inspector, inspectorStore } from '../../state/inspectorStore.ts'
import { readingOf } from '../../state/inspectorView.ts'
import { lessonStore } from '../../state/lessonStore.ts'
import { ownInspector, stashStore } from '../../state/lessonStash.ts'
import { readAnyForm } from '../../token/readAnyForm.ts'

/** A lesson shows no second signature and no payload from elsewhere. */
const ALONE = { chosen: 0, detached: null }

/** The same object as long as nothing about it changes; null while the example of the link is being made. */
export function useLessonToken(needs: TokenNeeds, asked: SampleId | null): LessonToken | null {
  const stash = useStore(stashStore)
  const live = useStore(inspectorStore)
  const since = useStore(lessonStore, (lessons) => lessons.since)
  const sample = useSample(asked)
  const inspector = ownInspector(stash, live)
  const { text } = readingOf(inspector)
  const isSample = inspector.sample.token !== null
  const secret = secretOf(inspector)
  return useMemo(() => {
    if (asked === null)
      return lessonTokenFor({ reading: readAnyForm(text, ALONE), isSample, secret }, needs, since)
    if (sample === null) return null
    const [token = ''] = sample.tokens.texts
    const own = { reading: readAnyForm(token, ALONE), isSample: true, secret: sample.key }
    return lessonTokenFor(own, needs, since)
  }, [text, isSample, secret, needs, since, asked, sample])
}

/** Only what this page gave along with its example; the learner's own keys stay out of lessons. */
const secretOf = ({ sample, key }: Inspector): string | null =>
  sample.token !== null && sample.key !== null ? key.text : null

function useSample(asked: SampleId | null): Sample | null {
  const [made, setMade] = useState<{ asked: SampleId; sample: Sample | null } | null>(null)
  useEffect(() => {
    if (asked === null) return
    let isWanted = true
    void makeExample(asked).then((sample) => {
      if (isWanted) setMade({ asked, sample })
    })
    return () => {
      isWanted = false
    }
  }, [asked])
  return made?.asked === asked ? made.sample : null
}
