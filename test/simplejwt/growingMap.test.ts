/** Does every version of a growing map stay as it was, however the later ones branch? */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { GrowingMap } from '../../src/simplejwt/growingMap.ts'

it('every version holds what was put into it, in order, whatever grew out of the others', () => {
  const steps = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), fc.nat()), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (taken) => {
      const versions = [{ map: GrowingMap.empty<number>(), model: new Map<string, number>() }]
      for (const [from, key, value] of taken) {
        const base = versions[from % versions.length]
        if (base === undefined) continue
        const name = String(key)
        const model = new Map(base.model)
        if (!model.has(name)) model.set(name, value)
        versions.push({ map: base.map.with(name, value), model })
      }
      for (const { map, model } of versions) {
        expect(map.entries()).toEqual([...model])
        expect(map.size).toBe(model.size)
        for (let key = 0; key < 10; key++) expect(map.get(String(key))).toBe(model.get(String(key)))
      }
    }),
  )
})
