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
  /** How a long text is shown: broken anywhere, or only at its own line ends. */
  wrap?: 'anywhere' | 'none'
  placeholder?: string
  isReadOnly?: boolean
  describedBy?: string | undefined
  /** Selects all the text once, as an example wants that the first paste replaces; never takes the focus from elsewhere. */
  isSelectedOnce?: boolean
  className?: string
}

/** Above this many characters only the visible window is coloured. */
export const COLOURED_WHOLE = 64 * 1024
/** Above this many characters a field shows a cut, read-only view. */
export const SHOWN_WHOLE = 2 * 1024 * 1024
/** What the cut view shows. */
export const CUT_LENGTH = 16 * 1024
