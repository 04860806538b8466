import { describe, expect, test } from 'vitest'
import { clearDraft, readDraft, writeDraft } from './draft.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const values = { level: 'beginner', role_target: ['SRE'], hours_per_week: Number.NaN, weaknesses: ['speed'] }

describe('a draft', () => {
  test('comes back as it was typed, without what cannot be read', () => {
    const storage = memory()
    writeDraft({ storage, learnerId: 'a', draft: { saved_at: 10, step: 3, values } })
    const draft = readDraft({ storage, learnerId: 'a', savedSince: 0 })
    expect(draft?.step).toBe(3)
    expect(draft?.values).toMatchObject({ level: 'beginner', role_target: ['SRE'], weaknesses: ['speed'] })
    expect(draft?.values.hours_per_week).toBeUndefined()
  })

  test('belongs to one learner and ends when it is cleared', () => {
    const storage = memory()
    writeDraft({ storage, learnerId: 'a', draft: { saved_at: 10, step: 1, values } })
    expect(readDraft({ storage, learnerId: 'b', savedSince: 0 })).toBeUndefined()
    clearDraft({ storage, learnerId: 'a' })
    expect(readDraft({ storage, learnerId: 'a', savedSince: 0 })).toBeUndefined()
  })

  test('gives way to an intake that was saved later', () => {
    const storage = memory()
    writeDraft({ storage, learnerId: 'a', draft: { saved_at: 10, step: 1, values } })
    expect(readDraft({ storage, learnerId: 'a', savedSince: 11 })).toBeUndefined()
  })

  test('that is damaged is no draft', () => {
    const storage = { ...memory(), getItem: () => '{"saved_at":' }
    expect(readDraft({ storage, learnerId: 'a', savedSince: 0 })).toBeUndefined()
  })
})
