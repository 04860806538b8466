import { describe, expect, it } from 'vitest'
import { type AttemptForm, toAttemptBody } from './attempt-form.ts'

const form: AttemptForm = { outcome: 'solved', minutes: '25', rating: undefined, startedAt: undefined }

describe('an attempt to send', () => {
  it('holds what was filled in, and nothing else', () => {
    expect(toAttemptBody(form)).toEqual({ body: { outcome: 'solved', minutes: 25 } })
    expect(toAttemptBody({ ...form, minutes: ' ', rating: 'good', startedAt: Date.UTC(2026, 0, 2) })).toEqual(
      {
        body: { outcome: 'solved', rating: 'good', started_at: '2026-01-02T00:00:00.000Z' },
      },
    )
  })

  it('is only an outcome for a problem that was skipped', () => {
    const skipped: AttemptForm = { ...form, outcome: 'skipped', rating: 'easy', startedAt: 0, minutes: 'x' }
    expect(toAttemptBody(skipped)).toEqual({ body: { outcome: 'skipped' } })
  })

  it('needs an outcome', () => {
    expect(toAttemptBody({ ...form, outcome: undefined })).toEqual({
      errors: { outcome: expect.any(String) },
    })
  })

  it.each(['0', '1441', '2.5', 'ten', '-3'])('has no %s minutes', (minutes) => {
    expect(toAttemptBody({ ...form, minutes })).toEqual({
      errors: { minutes: expect.stringMatching(/minute/i) },
    })
  })
})
