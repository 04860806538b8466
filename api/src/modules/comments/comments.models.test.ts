import { describe, expect, test } from 'vitest'
import { judgeFlood, type RecentComment } from './comments.models.ts'

const now = new Date('2026-05-04T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const said = (digest: string, problem_id: string, seconds: number): RecentComment => ({
  id: `${digest} at ${problem_id}`,
  digest,
  problem_id,
  created_at: ago(seconds),
})
const judge = (recent: RecentComment[], next = { digest: 'new', problemId: 'here' }) =>
  judgeFlood({ recent, next, perMinute: 3, now })

describe('one more comment', () => {
  test('is fine when nothing came before', () => {
    expect(judge([])).toEqual({ kind: 'fine' })
  })

  test('is the same comment when it was sent less than a minute ago', () => {
    expect(judge([said('new', 'here', 59)])).toEqual({ kind: 'sent_twice', id: 'new at here' })
    expect(judge([said('new', 'there', 59)])).toEqual({ kind: 'fine' })
  })

  test('is a duplicate when the same text stands at the problem since less than an hour', () => {
    expect(judge([said('new', 'here', 60)])).toEqual({ kind: 'duplicate' })
    expect(judge([said('new', 'here', 3599)])).toEqual({ kind: 'duplicate' })
    expect(judge([said('new', 'here', 3601)])).toEqual({ kind: 'fine' })
    expect(judge([said('other', 'here', 60)])).toEqual({ kind: 'fine' })
  })

  test('is a duplicate when the same text stands at three problems already', () => {
    const twice = [said('new', 'a', 7000), said('new', 'b', 7000), said('new', 'b', 8000)]
    expect(judge(twice)).toEqual({ kind: 'fine' })
    expect(judge([...twice, said('new', 'c', 9000)])).toEqual({ kind: 'duplicate' })
  })

  test('waits until the oldest of the last minute is a minute old', () => {
    const three = [said('a', 'x', 5), said('b', 'x', 20), said('c', 'x', 48)]
    expect(judge(three)).toEqual({ kind: 'too_many', retryAfter: 12 })
    expect(judge([...three.slice(0, 2), said('c', 'x', 60)])).toEqual({ kind: 'fine' })
  })
})
