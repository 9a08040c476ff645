/** How is what follows from a state worked out once, however many parts of the screen ask for it? */

/** Keys and signatures are made anew each time, so two answers for one state would differ. */
export function oncePerState<State extends object, Seen>(
  see: (state: State) => Promise<Seen>,
): (state: State) => Promise<Seen> {
  const known = new WeakMap<State, Promise<Seen>>()
  return (state) => {
    const seen = known.get(state) ?? see(state)
    known.set(state, seen)
    return seen
  }
}
