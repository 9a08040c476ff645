/** What does the reference say about a rule by which tokens are judged? */

export interface Rule {
  /** What is found, without the values of any one token. */
  name: string
  /** Why it matters. */
  reason: string
  /** What to do about it. */
  remedy: string
  /** The paragraph it rests on: "RFC 8725 section 3.1". */
  basis: string
  /** The room of the attack lab in which it can be tried, if there is one. */
  room?: string
  /** The field of the debugger in which it can be tried. */
  field?: 'Leeway'
}
