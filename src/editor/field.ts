/** What does every text field of the page promise, whichever editor stands behind it? architecture.md B.5. */

/** A run of the field's text, UTF-16 code units from 0, end exclusive, drawn in a tone of the palette. */
export interface Mark {
  from: number
  to: number
  tone: string
  /** True where it is drawn over the tones below it, which stay. */
  isOver?: true | undefined
}

/** One change by the user. `isWhole`: a single input event replaced all the text, however it came in. */
export interface Edit {
  text: string
  isWhole: boolean
  /** What was pasted or dropped, null where the change was typed. */
  inserted: string | null
}

/** What can be told of a run of the text where somebody asks for it. */
export interface Note {
  from: number
  to: number
  text: string
}

export interface FieldProps {
  /** The accessible name. */
  label: string
  value: string
  onEdit: (edit: Edit) => void
  onBlur?: () => void
  /** The selection moved; of a caret both ends are the same. */
  onSelect?: ((from: number, to: number) => void) | undefined
  /** The pointer stands on this character, from 0; null where on none. */
  onPoint?: ((at: number | null) => void) | undefined
  /** Runs to colour within a window of the text; asked again whenever text or window change. */
  marks: (from: number, to: number) => Mark[]
  /** What can be told of the character at this place; the plain field has no way to ask. */
  explain?: (at: number) => Note[]
  /** True where the text is drawn from elsewhere: once that draws it anew, undo has nothing to go back to. */
  isDrawn?: boolean
  /** How a long text is shown: broken anywhere, or only at its own line ends. */
  wrap?: 'anywhere' | 'none'
  placeholder?: string
  isReadOnly?: boolean
  describedBy?: string | undefined
  /** Selects all the text once, as an example wants that the first paste replaces; never takes the focus from elsewhere. */
  isSelectedOnce?: boolean
  className?: string
}

/** The event by which a rich field is asked to scroll to the first character marked as linked. */
export const BRING_INTO_SIGHT = 'bring-into-sight'
/** Above this many characters only the visible window is coloured, where arithmetic can tell it. */
export const COLOURED_IN_SIGHT = 4 * 1024
/** Above this many characters nothing beyond the visible window is coloured. */
export const COLOURED_WHOLE = 64 * 1024
/** Above this many characters a field shows a cut, read-only view. */
export const SHOWN_WHOLE = 2 * 1024 * 1024
/** What the cut view shows. */
export const CUT_LENGTH = 16 * 1024

/** A text area turns every line end into LF; comparing with anything else would rewrite it for ever. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}
