/** Which keys act in the lab, and what does each do? ux.md 4.7; the one list that keys, captions and help are made from. */

export type LabAct =
  | 'play'
  | 'next'
  | 'previous'
  | 'second on'
  | 'second back'
  | 'minute on'
  | 'minute back'
  | 'start'
  | 'end'
  | 'zoom in'
  | 'zoom out'
  | 'fit'
  | 'focus'
  | 'lane above'
  | 'lane below'
  | 'open'
  | 'clear'
  | 'drawer'
  | 'view'
  | 'request'
  | 'refresh'
  | 'steal'
  | 'logout'
  | 'scenario before'
  | 'scenario after'

export interface KeyName<Act> {
  readonly act: Act
  /** As KeyboardEvent.key has it, letters small, after the modifier that belongs to it. */
  readonly keys: readonly string[]
  /** As on its cap. */
  readonly cap: string
  /** What it does, in a word or two. */
  readonly does: string
}

export interface KeyRow<Act> {
  readonly does: string
  readonly keys: readonly KeyName<Act>[]
}

const key = <Act extends string>(
  act: Act,
  keys: string | readonly string[],
  cap: string,
  does: string,
): KeyName<Act> => ({ act, keys: typeof keys === 'string' ? [keys] : keys, cap, does })

const row = <Act extends string>(does: string, ...keys: KeyName<Act>[]): KeyRow<Act> => ({
  does,
  keys,
})

export const LAB_KEYS: readonly KeyRow<LabAct>[] = [
  row('Play or pause', key('play', ' ', 'Space', 'play or pause')),
  row(
    'Previous or next event; those of one lane while that lane is chosen',
    key('previous', 'ArrowLeft', '←', 'previous event'),
    key('next', 'ArrowRight', '→', 'next event'),
  ),
  row(
    'A second back or on',
    key('second back', 'Shift+ArrowLeft', 'Shift ←', 'a second back'),
    key('second on', 'Shift+ArrowRight', 'Shift →', 'a second on'),
  ),
  row(
    'A minute back or on',
    key('minute back', 'Ctrl+ArrowLeft', 'Ctrl ←', 'a minute back'),
    key('minute on', 'Ctrl+ArrowRight', 'Ctrl →', 'a minute on'),
  ),
  row(
    'To the start or the end of the run',
    key('start', 'Home', 'Home', 'to the start'),
    key('end', 'End', 'End', 'to the end'),
  ),
  row(
    'Show a shorter or a longer stretch',
    key('zoom in', ['+', '='], '+', 'closer'),
    key('zoom out', '-', '−', 'further away'),
  ),
  row('Show the whole run', key('fit', '0', '0', 'the whole run')),
  row(
    'Bring the chosen event to the middle; again, show the whole life of its token',
    key('focus', 'f', 'F', 'the chosen event'),
  ),
  row(
    'Choose the lane above or below',
    key('lane above', 'ArrowUp', '↑', 'lane above'),
    key('lane below', 'ArrowDown', '↓', 'lane below'),
  ),
  row('Open the chosen event beside the picture', key('open', 'Enter', 'Enter', 'open')),
  row('Let go of what is chosen', key('clear', 'Escape', 'Esc', 'let go')),
  row('Show or hide what stands beside the picture', key('drawer', 'q', 'Q', 'side panel')),
  row('Lanes, sequence, table', key('view', 'v', 'V', 'next view')),
  row('Call the API now', key('request', 'g', 'G', 'call the API now')),
  row('Refresh now', key('refresh', 'r', 'R', 'refresh now')),
  row('The thief copies what the app holds now', key('steal', 't', 'T', 'the thief copies now')),
  row('Log out now', key('logout', 'o', 'O', 'log out now')),
  row(
    'Previous or next scenario',
    key('scenario before', '[', '[', 'previous scenario'),
    key('scenario after', ']', ']', 'next scenario'),
  ),
]

export type PresenterAct = 'freeze' | 'vote' | 'reset votes' | 'next' | 'previous'

/** Besides those of the lab, while it is presented. A remote control sends Page Down, Page Up and the full stop. */
export const PRESENTER_KEYS: readonly KeyRow<PresenterAct>[] = [
  row('The question instead of the picture, and back', key('freeze', '.', '.', 'the question')),
  row('Count a vote for that answer', key('vote', ['1', '2', '3', '4'], '1 2 3', 'a vote')),
  row(
    'Count the votes anew, while the question is shown',
    key('reset votes', ['Backspace', 'Delete'], 'Backspace', 'votes anew'),
  ),
  row(
    'Previous or next event, as on a remote control',
    key('previous', 'PageUp', 'Page Up', 'previous event'),
    key('next', 'PageDown', 'Page Down', 'next event'),
  ),
]

/** What whoever presents needs most, in as few words as fit on a line; a letter, a digit or the space bar can be turned off. */
export const PRESENTED_KEYS = [
  { cap: 'Space', does: 'play', isSingle: true },
  { cap: '← →', does: 'event', isSingle: false },
  { cap: '.', does: 'question', isSingle: true },
  { cap: '1 2 3', does: 'vote', isSingle: true },
  { cap: 'Q', does: 'what if', isSingle: true },
  { cap: '0', does: 'whole run', isSingle: true },
  { cap: '[ ]', does: 'scenario', isSingle: true },
  { cap: '?', does: 'all', isSingle: true },
] as const

/** The key that was pressed, among those of a list; undefined where it means nothing. */
export function keyNamed<Act>(
  rows: readonly KeyRow<Act>[],
  pressed: string,
): KeyName<Act> | undefined {
  return rows.flatMap(({ keys }) => keys).find(({ keys }) => keys.includes(pressed))
}
