import { describe, expect, test } from 'vitest'
import { follow, nothingYet, parseEvent } from './generation-progress.ts'
import { planOf } from './testing.ts'

const [week] = planOf([['2026-11-21', ['two-sum']]]).weeks
const [day] = week?.days ?? []
const stage = (name: string, lastEventId: string) => ({
  type: 'stage',
  lastEventId,
  data: JSON.stringify({ stage: name, detail: `Now ${name}` }),
})

function followed(events: { type: string; lastEventId: string; data: string }[]) {
  return events
    .flatMap((event) => parseEvent(event) ?? [])
    .reduce((progress, event) => follow(progress, event), nothingYet)
}

describe('following a generation', () => {
  test('collects stages to the end', () => {
    const done = {
      type: 'done',
      lastEventId: '3',
      data: '{"plan_id":"0b6c5b3e-3f0e-4c38-9d3b-3a52f5a7f0a1"}',
    }
    const progress = followed([stage('embed', '1'), stage('retrieve', '2'), done])
    expect(progress.stages.map(({ detail }) => detail)).toEqual(['Now embed', 'Now retrieve'])
    expect(progress.end).toEqual({ type: 'done', planId: '0b6c5b3e-3f0e-4c38-9d3b-3a52f5a7f0a1' })
  })

  test('a stream that begins anew repeats nothing', () => {
    const events = [stage('embed', '1'), stage('retrieve', '2')]
    expect(followed([...events, ...events, stage('rank', '3')]).stages).toHaveLength(3)
  })

  test('a worker that takes over goes back to its own stage', () => {
    const progress = followed([stage('embed', '1'), stage('retrieve', '2'), stage('embed', '3')])
    expect(progress.stages.map((each) => each.stage)).toEqual(['embed'])
  })

  test('a day that comes again takes the place of the one before', () => {
    if (!day) throw new Error('no day')
    const first = follow(nothingYet, { seq: 1, event: { type: 'day', week: 1, day } })
    const again = follow(first, { seq: 2, event: { type: 'day', week: 1, day: { ...day, minutes: 30 } } })
    expect(again.days.map((each) => each.day.minutes)).toEqual([30])
  })

  test('what cannot be read is passed over', () => {
    const unreadable = [
      { type: 'stage', lastEventId: '1', data: '{' },
      { type: 'stage', lastEventId: '', data: '{"stage":"embed","detail":"x"}' },
      { type: 'surprise', lastEventId: '1', data: '{}' },
    ]
    expect(followed(unreadable)).toEqual(nothingYet)
  })
})
