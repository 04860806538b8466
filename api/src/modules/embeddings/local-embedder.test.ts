import { expect, test } from 'vitest'
import { toEmbeddingText } from '../intake/intake.models.ts'
import { type IntakeInput, intakeSchema } from '../intake/intake.schemas.ts'
import { DIMENSIONS } from './embeddings.models.ts'
import { createLocalEmbedder, embedLocally, LOCAL_MODEL } from './local-embedder.ts'

test('a vector has 1536 numbers and length one, whatever the text', () => {
  for (const text of ['', '   ', 'trees 3/5', 'ü 漢字 🙂', 'a '.repeat(5000)]) {
    const vector = embedLocally(text)
    expect(vector).toHaveLength(DIMENSIONS)
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6)
  }
})

test('the same text gives the same vector and names the method', async () => {
  const { embed } = createLocalEmbedder()
  const [first, second] = await Promise.all([embed(['graphs 2/5']), embed(['graphs 2/5'])])
  expect(first).toEqual(second)
  expect(first.model).toBe(LOCAL_MODEL)
})

test('a near profile lies nearer than a far one', () => {
  const base = profile({ trees: 2, graphs: 1, 'dp-1d': 1 })
  const near = profile({ trees: 3, graphs: 1, 'dp-1d': 2 })
  const far = profile(
    { trees: 5, graphs: 5, 'dp-1d': 5 },
    { level: 'advanced', role_target: ['SRE'], hours_per_week: 40 },
  )
  expect(cosine(base, near)).toBeGreaterThan(0.85)
  expect(cosine(base, far)).toBeLessThan(cosine(base, near) - 0.2)
})

test('one grade apart is nearer than three apart', () => {
  const at = (grade: number) => profile({ trees: grade, graphs: grade, heap: grade })
  expect(cosine(at(2), at(3))).toBeGreaterThan(cosine(at(2), at(5)))
})

function profile(topic_confidence: Record<string, number>, other: Partial<IntakeInput> = {}): number[] {
  const intake = intakeSchema.parse({
    level: 'beginner',
    role_target: ['Backend engineer'],
    timeline_weeks: 6,
    hours_per_week: 8,
    topic_confidence,
    weaknesses: ['speed'],
    ...other,
  })
  return embedLocally(toEmbeddingText({ ...intake, regeneration_answers: [] }))
}

function cosine(a: number[], b: number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
