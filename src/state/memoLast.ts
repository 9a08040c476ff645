/** How does a derived value stay the same object while its inputs do? */

/** Remembers the last call only. */
export function memoLast<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { args: Arguments; result: Result } | null = null
  return (...args) => {
    if (last?.args.every((value, index) => Object.is(value, args[index]))) return last.result
    last = { args, result: compute(...args) }
    return last.result
  }
}
