/** How do the characters of what is linked carry its bytes? ux.md 3.3. */
import { type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkableOf } from '../../../state/linkView.ts'
import { layRuler } from '../../../token/byteRuler.ts'
import { tellLinkName } from '../../../token/tellLink.ts'
import { ByteRuler } from './ByteRuler.tsx'
import css from './BytesPane.module.css'
import section from '../Section.module.css'
import { useLink } from './useLink.ts'
import { useSettled } from '../useSettled.ts'

export function BytesPane(): ReactElement {
  const inspector = useSettled()
  // from the store itself, which hydrates as the page was drawn
  const isExample = useStore(inspectorStore, ({ sample }) => sample.token !== null)
  // the linked characters are painted first
  const link = useDeferredValue(useLink()?.link ?? null)
  const ruler = link && layRuler(linkableOf(inspector), link)
  return (
    <section
      id="bytes"
      className={section['section']}
      data-part={link?.part}
      aria-label="Bytes"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2>Bytes</h2>
        <span className={section['meta']}>{link && ruler && tellLinkName(link)}</span>
      </div>
      {ruler ? (
        <>
          <ByteRuler ruler={ruler} />
          <p className={`${section['note']} ${css['told']}`}>{ruler.sentence}</p>
        </>
      ) : (
        <p className={`${section['note']} ${css['empty']}`}>
          Point at a claim or at a character, or put the caret there, to see its bits.
          {isExample && (
            <>
              {' '}
              Never seen a token?{' '}
              <a href="#/learn/meet/1">Lesson 1 takes this one apart with you.</a>
            </>
          )}
        </p>
      )}
    </section>
  )
}
