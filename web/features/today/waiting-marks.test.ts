import { expect, test } from 'vitest'
import { addWaiting, parseWaiting, removeWaiting, type WaitingMark } from './waiting-marks.ts'

const mark = (itemId: string, key: string): WaitingMark => ({
  itemId,
  slug: 'two-sum',
  title: 'Two Sum',
  attempt: { outcome: 'solved' },
  replaces: null,
  key,
})

test('marks outlive the page with their keys, and nonsense in their place is none', () => {
  const waiting = [mark('a', '1'), mark('b', '2')]
  expect(parseWaiting(JSON.stringify(waiting))).toEqual(waiting)
  for (const text of [null, '', '{', '7', '[{"itemId":1}]']) expect(parseWaiting(text)).toEqual([])
})

test('one mark an item waits: the newest', () => {
  const waiting = addWaiting(addWaiting([mark('a', '1')], mark('b', '2')), mark('a', '3'))
  expect(waiting.map(({ key }) => key)).toEqual(['2', '3'])
  expect(removeWaiting(waiting, '2').map(({ key }) => key)).toEqual(['3'])
})
