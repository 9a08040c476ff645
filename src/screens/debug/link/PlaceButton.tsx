/** How does a sentence lead to the characters it is about? ux.md 7.1. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkableOf } from '../../../state/linkView.ts'
import type { ByteRange } from '../../../token/carrier.ts'
import { readLink } from '../../../token/link.ts'
import { tellPlace } from '../../../token/tellLink.ts'
import { LinkButton } from './LinkButton.tsx'

/** Says the place in words: "Characters 68–89". Nothing where the shown token has no such bytes. */
export function PlaceButton({ range }: { range: ByteRange }): ReactElement | null {
  const link = readLink(linkableOf(useStore(inspectorStore)), range)
  if (!link) return null
  const place = tellPlace(link)
  return (
    <LinkButton className="link" range={range}>
      {place.charAt(0).toUpperCase()}
      {place.slice(1)}
    </LinkButton>
  )
}
