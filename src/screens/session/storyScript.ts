/** What does an instructor press and say in five minutes? ux.md 4.9; the keys do it at any speed of speaking. */

export interface StoryRow {
  /** Minutes and seconds of the talk. */
  readonly at: string
  /** As on their caps, in order. */
  readonly keys: string
  readonly say: string
}

export const STORY: readonly StoryRow[] = [
  {
    at: '0:00',
    keys: 'P, →',
    say: 'In scenario 1 Alice logs in with a POST, and two tokens come back. Which one opens the door?',
  },
  {
    at: '0:30',
    keys: '→ →',
    say: 'The access token travels in a header. Look at what the server knows: it only checks the signature again.',
  },
  {
    at: '1:00',
    keys: 'Space, then Space at about 4:55',
    say: 'Five seconds left. What happens next? Count hands with 1, 2 and 3.',
  },
  { at: '1:25', keys: '→', say: 'Read the 401 aloud: Token is expired.' },
  {
    at: '1:45',
    keys: '→ →',
    say: 'The refresh token goes in the body of a POST, A2 comes back, and the call is made again. Why a body? Headers get logged.',
  },
  {
    at: '2:15',
    keys: '0, End',
    say: 'How many access tokens fit into one refresh token? 288. At 24 hours it is the password again.',
  },
  {
    at: '2:45',
    keys: '] ], Space',
    say: 'Scenario 3: a log file leaked A1 at 2:00. The damage lasts three minutes.',
  },
  {
    at: '3:15',
    keys: '], Space',
    say: 'Scenario 4: now the refresh token leaked. The damage lasts until tomorrow.',
  },
  {
    at: '3:45',
    keys: 'Q, tick rotate and blacklist, Q, ] ], End',
    say: 'Is that fixed? In scenario 6, watch who is locked out: Alice.',
  },
  {
    at: '4:15',
    keys: '], End',
    say: 'Scenario 7: reuse is seen, and the whole family ends. Both must log in, and only one knows the password.',
  },
  {
    at: '4:40',
    keys: '] ], O, G',
    say: 'Scenario 9: she logged out. Does the old token still work? It does, for nobody asks a database.',
  },
  {
    at: '5:00',
    keys: 'End, →',
    say: 'Three things to keep, and one to try: make the thief’s window smaller than 60 s.',
  },
]
