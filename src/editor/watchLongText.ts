/** Which rows of a long text are in sight, as its field is scrolled and resized? Loaded late. */
import { gridOf, type LongText, sightOf, type Wrap } from './longText.ts'

/** Tells at once and on every change; null where arithmetic cannot tell. Returns a function that stops it. */
export function watchLongText(
  element: HTMLElement,
  text: string,
  wrap: Wrap,
  tell: (long: LongText | null) => void,
): () => void {
  const style = getComputedStyle(element)
  const rowHeight = Number.parseFloat(style.lineHeight)
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
  let grid: LongText['grid'] | null = null
  const look = (): void => {
    const { scrollTop, clientHeight } = element
    tell(grid && { grid, rowHeight, sight: sightOf(grid, scrollTop, clientHeight, rowHeight) })
  }
  const watcher = new ResizeObserver(() => {
    const room = element.clientWidth - padding
    // a hundredth of a character, so that rounding does not lose a column
    grid = gridOf(text, wrap, Math.floor(room / characterWidth(element) + 0.01))
    look()
  })
  watcher.observe(element)
  element.addEventListener('scroll', look, { passive: true })
  return () => {
    watcher.disconnect()
    element.removeEventListener('scroll', look)
  }
}

function characterWidth(element: HTMLElement): number {
  const ruler = document.createElement('span')
  ruler.style.position = 'absolute'
  ruler.textContent = 'x'.repeat(100)
  element.append(ruler)
  const { width } = ruler.getBoundingClientRect()
  ruler.remove()
  return width / 100
}
