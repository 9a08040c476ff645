/** How do the figures read? One table of medians and ratios beside the targets, and where a paste's time goes. */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number | null} product
 * @property {number | null} [react]
 * @property {number | null} [bare]
 * @property {number | null} [html]
 * @property {number | null} [hover] of the page that does nothing but mark what the pointer is on
 * @property {string} [unit]
 * @property {number} [digits]
 * @property {{ most: number, over?: 'react' | 'html' }} [target] of the figure, or of its ratio to a page's
 */

/** @param {readonly Row[]} rows */
export function tellTable(rows) {
  const head = [
    'measure',
    'JWT Lens',
    'React',
    'bare',
    'HTML only',
    'hover',
    '÷ React',
    '÷ bare',
    '÷ HTML',
    '÷ hover',
    'target',
    '',
  ]
  return markdown(head, rows.map(tellRow))
}

/** @param {Row} row */
function tellRow(row) {
  const { name, product, react, bare, html, hover, unit = 'ms', digits = 0, target } = row
  const figure = (/** @type {number | null | undefined} */ value) => {
    if (value === undefined) return ''
    return value === null ? '–' : value.toFixed(digits)
  }
  const ratio = (/** @type {number | null | undefined} */ other) =>
    product && other ? (product / other).toFixed(2) : ''
  return [
    `${name}, ${unit}`,
    figure(product),
    figure(react),
    figure(bare),
    figure(html),
    figure(hover),
    ratio(react),
    ratio(bare),
    ratio(html),
    ratio(hover),
    ...tellTarget(row, target, digits),
  ]
}

/**
 * @param {Row} row
 * @param {Row['target']} target
 * @param {number} digits
 */
function tellTarget({ product, ...others }, target, digits) {
  if (!target) return ['', '']
  const { most, over } = target
  const limit = over ? most * (others[over] ?? 0) : most
  const words = over
    ? `≤ ${most} × ${{ react: 'React', html: 'HTML only' }[over]}`
    : `≤ ${most.toFixed(digits)}`
  return [words, product !== null && product <= limit ? 'met' : '**not met**']
}

/**
 * @typedef {object} Spent
 * @property {string} name
 * @property {string} page
 * @property {{ inDom: number | null, painted: number | null, script: number | null, layout: number | null, busy: number | null }} times
 */

/** @param {readonly Spent[]} spent */
export function tellSpent(spent) {
  const rows = spent.map(({ name, page, times }) => [
    name,
    page,
    ...[times.inDom, times.painted, times.script, times.layout, times.busy].map(
      (value) => value?.toFixed(1) ?? '',
    ),
  ])
  return markdown(
    ['paste', 'page', 'in the DOM', 'painted', 'script', 'style and layout', 'main thread'],
    rows,
  )
}

/** @param {readonly { name: string, own: number | null, library: number | null, browser: number | null }[]} searches */
export function tellSearches(searches) {
  const rows = searches.map(({ name, own, library, browser }) => [
    name,
    ...[own, library, browser].map((value) => value?.toFixed(0) ?? '–'),
    ...[library, browser].map((other) => (own && other ? (other / own).toFixed(1) : '–')),
  ])
  return markdown(
    [
      '20,000 secrets, ms',
      'JWT Lens',
      '@noble/hashes',
      'WebCrypto',
      'times @noble',
      'times WebCrypto',
    ],
    rows,
  )
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function markdown(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
