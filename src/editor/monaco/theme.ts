/** How does Monaco get its colours? From the palette's custom properties, anew whenever the theme changes. */
import { editor } from 'monaco-editor/editor'

const NAME = 'palette'

/** Monaco's name of a colour → custom property of the palette, with two hex digits of opacity where it is laid over text. */
const COLOURS: readonly (readonly [string, string, string?])[] = [
  ['editor.background', '--page'],
  ['editor.foreground', '--text'],
  ['foreground', '--text'],
  ['descriptionForeground', '--muted'],
  ['icon.foreground', '--muted'],
  ['errorForeground', '--rejected'],
  ['focusBorder', '--focus'],
  ['editorCursor.foreground', '--text'],
  ['editor.selectionBackground', '--focus', '3d'],
  // as in a text area, only the field that has the focus shows what is selected
  ['editor.inactiveSelectionBackground', '--page', '00'],
  ['editor.placeholder.foreground', '--muted'],
  ['editorBracketHighlight.foreground1', '--muted'],
  ['editorBracketHighlight.foreground2', '--muted'],
  ['editorBracketHighlight.foreground3', '--muted'],
  ['editorBracketHighlight.unexpectedBracket.foreground', '--muted'],
  ['editorBracketMatch.background', '--unknown-tint'],
  ['editorBracketMatch.border', '--control'],
  ['editor.findMatchBackground', '--warning-tint'],
  ['editor.findMatchBorder', '--warning'],
  ['editor.findMatchHighlightBackground', '--warning-tint'],
  ['editor.findRangeHighlightBackground', '--unknown-tint'],
  ['editor.rangeHighlightBackground', '--unknown-tint'],
  ['editor.foldBackground', '--unknown-tint'],
  ['editor.foldPlaceholderForeground', '--muted'],
  ['editorGutter.foldingControlForeground', '--muted'],
  ['editor.hoverHighlightBackground', '--unknown-tint', '00'],
  ['editorWidget.background', '--panel'],
  ['editorWidget.foreground', '--text'],
  ['editorWidget.border', '--control'],
  ['editorWidget.resizeBorder', '--rule'],
  ['editorHoverWidget.background', '--panel'],
  ['editorHoverWidget.foreground', '--text'],
  ['editorHoverWidget.border', '--control'],
  ['widget.shadow', '--control', '40'],
  ['input.background', '--page'],
  ['input.foreground', '--text'],
  ['input.border', '--control'],
  ['input.placeholderForeground', '--muted'],
  ['inputOption.activeBackground', '--accepted-tint'],
  ['inputOption.activeBorder', '--accepted'],
  ['inputOption.activeForeground', '--text'],
  ['inputValidation.errorBackground', '--rejected-tint'],
  ['inputValidation.errorForeground', '--text'],
  ['inputValidation.errorBorder', '--rejected'],
  ['toolbar.hoverBackground', '--unknown-tint'],
  ['scrollbarSlider.background', '--control', '66'],
  ['scrollbarSlider.hoverBackground', '--control', '99'],
  ['scrollbarSlider.activeBackground', '--control', 'cc'],
  ['editorUnicodeHighlight.border', '--warning'],
]

/** Sets the colours now and at every change of theme; one theme serves all editors of the page. */
export function followPalette(): void {
  const root = document.documentElement
  applyPalette()
  new MutationObserver(applyPalette).observe(root, { attributeFilter: ['data-theme'] })
}

function applyPalette(): void {
  const probe = document.createElement('span')
  document.body.append(probe)
  const resolve = (property: string): string => {
    probe.style.color = `var(${property})`
    return toHex(getComputedStyle(probe).color)
  }
  const colors = Object.fromEntries(
    COLOURS.map(([name, property, opacity = '']) => [name, resolve(property) + opacity]),
  )
  probe.remove()
  const isDark = document.documentElement.dataset['theme'] === 'dark'
  editor.defineTheme(NAME, { base: isDark ? 'vs-dark' : 'vs', inherit: true, rules: [], colors })
  editor.setTheme(NAME)
}

/** `rgb(1, 2, 3)`, as the browser resolves every colour of the palette. */
function toHex(rgb: string): string {
  const parts = rgb.match(/\d+/g) ?? []
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
}
