/** What does a page under measurement note about itself? Runs inside it, before its own scripts. */
// oxlint-disable unicorn/consistent-function-scoping -- nothing outside the function travels with it

/**
 * @typedef {object} Moments milliseconds on the page's own clock
 * @property {number} start
 * @property {number} inDom
 * @property {number} painted
 *
 * @typedef {object} Probe
 * @property {Promise<Moments>} decoded
 * @property {Promise<number>} firstPaint
 * @property {{ value: number, moves: string[] }} shift
 * @property {Promise<Moments> | null} pasted
 * @property {(marker: string) => void} awaitPaste
 * @property {Promise<number> | null} stroked what the main thread did for a key, without the wait for the frame
 * @property {() => void} awaitStroke
 * @property {Promise<number> | null} linked from the pointer's move to the end of the frame that shows the link
 * @property {(cards: string) => void} awaitLink
 */

/**
 * Self-contained: it is sent into the page as text.
 * @param {string} shown the element that holds the decoded payload
 */
export function probe(shown) {
  const MOVES = /** @type {const} */ (['pointerout', 'pointerover'])

  const textLinked = () =>
    Array.from(
      document.querySelectorAll('[data-tone~="linked"], .tone-linked'),
      ({ textContent }) => textContent,
    ).join('|')

  const textShown = () => {
    const element = document.querySelector(shown)
    if (element instanceof HTMLTextAreaElement) return element.value
    return element?.textContent ?? ''
  }

  /** The second frame after a change begins when the first one, which shows it, has been painted. */
  const afterPaint = (/** @type {() => void} */ act) =>
    requestAnimationFrame(() => requestAnimationFrame(act))

  /** @type {(isThere: (text: string) => boolean, startOf: () => number) => Promise<Moments>} */
  const whenShown = (isThere, startOf) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere(textShown())) return
        observer.disconnect()
        const inDom = performance.now()
        afterPaint(() => resolve({ start: startOf(), inDom, painted: performance.now() }))
      }
      const observer = new MutationObserver(look)
      observer.observe(document, { childList: true, characterData: true, subtree: true })
    })

  /** @type {Promise<number>} */
  const firstPaint = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-paint')
      if (entry) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })

  /** @type {Probe['shift']} */
  const shift = { value: 0, moves: [] }
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      if (entry.hadRecentInput) continue
      shift.value += entry.value
      const what = entry.sources.map((/** @type {{ node?: Node }} */ { node }) => {
        const element = node instanceof Element ? node : node?.parentElement
        return element ? `${element.localName}.${element.className}` : 'what is gone'
      })
      shift.moves.push(
        `${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${what.join(', ')}`,
      )
    }
  }).observe({ type: 'layout-shift', buffered: true })

  /** @type {Probe} */
  const noted = {
    decoded: whenShown(
      (text) => text !== '',
      () => 0,
    ),
    firstPaint,
    shift,
    pasted: null,
    awaitPaste(marker) {
      let start = 0
      addEventListener('paste', () => (start = performance.now()), { capture: true, once: true })
      noted.pasted = whenShown(
        (text) => text.slice(0, 400).includes(marker),
        () => start,
      )
    },
    stroked: null,
    awaitStroke() {
      noted.stroked = new Promise((resolve) => {
        const next = new MessageChannel()
        let start = 0
        let handled = 0
        let frame = 0
        next.port1.addEventListener('message', ({ data }) => {
          const now = performance.now()
          if (data === 'handled') handled = now
          // a frame that begins at once leaves no wait to take off
          else resolve(Math.min(handled, frame) - start + now - frame)
        })
        next.port1.start()
        addEventListener('keydown', () => (start = performance.now()), {
          capture: true,
          once: true,
        })
        addEventListener(
          'input',
          () => {
            next.port2.postMessage('handled')
            requestAnimationFrame(() => {
              frame = performance.now()
              next.port2.postMessage('painted')
            })
          },
          { capture: true, once: true },
        )
      })
    },
    linked: null,
    awaitLink(cards) {
      noted.linked = new Promise((resolve) => {
        let start = 0
        let isInFrame = false
        let isSeen = false
        // ahead of what the page itself has put off until after the frame
        const afterFrame = (/** @type {() => void} */ act) =>
          void scheduler.postTask(act, { priority: 'user-blocking' })
        // an editor may draw in the frame's own turn: what it marks there is painted by that frame, not by the next
        const notice = () => {
          isInFrame = true
          afterFrame(() => (isInFrame = false))
          if (!isSeen) requestAnimationFrame(notice)
        }
        // a page may act on the event that leaves, which names what is entered and comes first
        const note = (/** @type {PointerEvent} */ { type, target, relatedTarget }) => {
          const entered = type === 'pointerout' ? relatedTarget : target
          if (start !== 0 || !(entered instanceof Element) || !entered.closest(cards)) return
          start = performance.now()
          requestAnimationFrame(notice)
        }
        for (const type of MOVES) addEventListener(type, note, { capture: true })
        const before = textLinked()
        const observer = new MutationObserver(() => {
          if (start === 0 || ['', before].includes(textLinked())) return
          observer.disconnect()
          isSeen = true
          for (const type of MOVES) removeEventListener(type, note, { capture: true })
          const tell = () => afterFrame(() => resolve(performance.now() - start))
          if (isInFrame) tell()
          else requestAnimationFrame(tell)
        })
        observer.observe(document, { attributes: true, childList: true, subtree: true })
      })
    },
  }
  Object.assign(window, { bench: noted })
}
