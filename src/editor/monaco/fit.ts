/** How large is an editor, and where do its lines break? As high as its text, as the plain field was, and as wide as its frame. */
import { editor, type IDisposable } from 'monaco-editor/editor'
import { SCROLLBAR } from './options.ts'

/** Follows the frame's font, padding and width from now on; `gutter` pixels stand left of the frame. */
export function fitTo(
  rich: editor.IStandaloneCodeEditor,
  frame: HTMLElement,
  gutter: number,
): IDisposable {
  /** What the editor was last laid out for. */
  let laidOut = { width: 0, height: 0 }

  const layOut = (): void => {
    laidOut = { width: frame.clientWidth, height: frame.clientHeight }
    rich.layout({ width: laidOut.width + gutter + SCROLLBAR, height: laidOut.height })
  }

  const fit = (): void => {
    const style = getComputedStyle(frame)
    const left = pixels(style.paddingLeft)
    rich.updateOptions({
      fontFamily: style.fontFamily,
      fontSize: pixels(style.fontSize),
      lineHeight: pixels(style.lineHeight),
      padding: { top: pixels(style.paddingTop), bottom: pixels(style.paddingBottom) },
      lineDecorationsWidth: gutter > 0 ? 0 : left,
    })
    const room = frame.clientWidth - left - pixels(style.paddingRight)
    const { typicalHalfwidthCharacterWidth } = rich.getOption(editor.EditorOption.fontInfo)
    // a hundredth of a character, so that rounding does not lose a column
    const columns = Math.floor(room / typicalHalfwidthCharacterWidth + 0.01)
    rich.updateOptions({ wordWrapColumn: Math.max(1, columns) })
    layOut()
  }

  /** Measures nothing: where that makes another height, the watcher tells within the same frame. */
  const grow = (): void => {
    frame.style.height = `${rich.getContentHeight()}px`
  }
  const host = rich.getContainerDomNode()
  host.style.left = `${-gutter}px`
  fit()
  grow()
  layOut()
  const growing = rich.onDidContentSizeChange(({ contentHeightChanged }) => {
    if (contentHeightChanged) grow()
  })
  const watcher = new ResizeObserver(() => {
    if (frame.clientWidth !== laidOut.width) fit()
    else if (frame.clientHeight !== laidOut.height) layOut()
  })
  watcher.observe(frame)
  return {
    dispose: () => {
      watcher.disconnect()
      growing.dispose()
    },
  }
}

const pixels = (value: string): number => Number.parseFloat(value) || 0
