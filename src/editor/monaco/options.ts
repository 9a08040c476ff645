/** How does Monaco behave here? As a text area does, but for what is asked of it: find, fold, brackets, hover, cursors. */
import type { editor } from 'monaco-editor/editor'

/** Room beside the lines for the signs that fold them, pixels; what Monaco gives them. */
export const FOLDING_ROOM = 16
/** Pixels. The bar stands beside the text, not over it. */
export const SCROLLBAR = 8

export const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  // the stock text area takes typing, composition and pasting as every other field of the page does
  editContext: false,
  // all of a short text within reach of assistive software, not the ten lines around the caret
  accessibilityPageSize: 100_000,
  tabFocusMode: true,

  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoClosingDelete: 'never',
  autoSurround: 'never',
  autoIndent: 'none',
  formatOnPaste: false,
  formatOnType: false,
  trimAutoWhitespace: false,
  unusualLineTerminators: 'off',
  copyWithSyntaxHighlighting: false,
  emptySelectionClipboard: false,
  dragAndDrop: false,
  links: false,
  contextmenu: false,
  quickSuggestions: false,
  suggestOnTriggerCharacters: false,
  wordBasedSuggestions: 'off',
  parameterHints: { enabled: false },
  colorDecorators: false,
  unicodeHighlight: {
    ambiguousCharacters: false,
    invisibleCharacters: false,
    nonBasicASCII: false,
  },
  // marks that turn the reading direction are written out, so that they hide nothing
  renderControlCharacters: true,

  matchBrackets: 'always',
  bracketPairColorization: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  foldingStrategy: 'indentation',
  // it stands over the editor, so that no text moves and none is hidden
  find: { addExtraSpaceOnTop: false, seedSearchStringFromSelection: 'selection' },
  hover: { enabled: 'on', delay: 400, sticky: true },
  fixedOverflowWidgets: true,
  useShadowDOM: false,

  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  lineNumbers: 'off',
  glyphMargin: false,
  lineDecorationsWidth: 0,
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  renderFinalNewline: 'on',
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  roundedSelection: false,
  fontLigatures: false,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  wordWrap: 'wordWrapColumn',
  wrappingIndent: 'none',
  mouseWheelZoom: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    useShadows: false,
    vertical: 'auto',
    horizontal: 'hidden',
    verticalScrollbarSize: SCROLLBAR,
  },
}
