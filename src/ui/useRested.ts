/** Which value does something have once it no longer changes? */
import { useEffect, useState } from 'react'

/** The first one at once; each later one when it has stood for so many milliseconds. */
export function useRested<Value>(value: Value, rest: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return rested
}
