import { fireEvent, render, screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { COLOURED_WHOLE } from '../../src/editor/field.ts'
import { listenForTyping, textsBefore, typing } from '../../src/editor/typing.ts'

let early: HTMLTextAreaElement

beforeAll(() => {
  early = document.createElement('textarea')
  early.value = 'typed before the script ran'
  document.body.append(early)
  listenForTyping()
})

function open(value: string): HTMLTextAreaElement {
  render(<textarea defaultValue={value} />)
  return screen.getByDisplayValue(value)
}

/** Writes as a browser tells it: the event first, then the value. */
function write(area: HTMLTextAreaElement, value: string, inputType: string, timeStamp: number) {
  const event = new InputEvent('beforeinput', { inputType, bubbles: true })
  Object.defineProperty(event, 'timeStamp', { value: timeStamp })
  area.dispatchEvent(event)
  area.value = value
}

test('what stood in a field before the script ran was typed into an empty one', () => {
  expect(textsBefore(early)).toEqual([''])
})

test('typing without a pause is one step, a pause and each paste begin another', () => {
  const area = open('start')
  write(area, 'a', 'insertText', 10_000)
  write(area, 'ab', 'insertText', 10_300)
  write(area, 'abc', 'insertText', 13_000)
  write(area, 'pasted', 'insertFromPaste', 13_100)
  write(area, 'again', 'insertFromPaste', 13_200)
  expect(textsBefore(area)).toEqual(['start', 'ab', 'abc', 'pasted'])
})

test('undoing takes a step back', () => {
  const area = open('first')
  write(area, 'second', 'insertFromPaste', 30_000)
  write(area, 'third', 'insertFromPaste', 32_000)
  write(area, 'second', 'historyUndo', 34_000)
  expect(textsBefore(area)).toEqual(['first'])
})

test('long texts are not kept', () => {
  const area = open('short')
  write(area, 'x'.repeat(COLOURED_WHOLE + 1), 'insertFromPaste', 50_000)
  write(area, 'y', 'insertFromPaste', 52_000)
  expect(textsBefore(area)).toEqual([])
})

test('a composition lasts from its start to its end, whatever is written meanwhile', () => {
  const area = open('text')
  fireEvent.compositionStart(area)
  write(area, 'に', 'insertCompositionText', 60_000)
  expect(typing).toEqual({ isComposing: true, at: 60_000 })
  fireEvent.compositionEnd(area)
  expect(typing.isComposing).toBe(false)
})
