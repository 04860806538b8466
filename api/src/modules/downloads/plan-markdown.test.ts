import { expect, test } from 'vitest'
import type { PlanView } from '../plans/plans.schemas.ts'
import { planToMarkdown } from './plan-markdown.ts'

const item = {
  item_id: '00000000-0000-4000-8000-000000000001',
  id: '00000000-0000-4000-8000-000000000002',
  slug: 'two-sum',
  title: 'Two [Sum]',
  topic: 'arrays-hashing',
  difficulty: 'easy' as const,
  minutes: 20,
  reason: 'You rated it 1 of 5 *now*.',
  evidence: [],
}
const day = {
  date: '2026-05-04',
  topic: 'arrays-hashing',
  difficulty: 'easy' as const,
  reason: '',
  minutes: 45,
}
const open = { status: 'open' as const, attempt_id: null, actual_minutes: null, rating: null }
const solved = { ...open, status: 'solved' as const, actual_minutes: 25, rating: 'hard' as const }
const plan: PlanView = {
  id: '00000000-0000-4000-8000-000000000003',
  generated_at: '2026-05-03T10:00:00Z',
  status: 'current',
  declined_at: null,
  revision: 0,
  progress: { planned: 2, practised: 1, solved: 1, not_reached: [], solved_before: 0 },
  plan_json: {
    weeks: [
      {
        index: 1,
        theme: 'Arrays #1',
        minutes: 65,
        days: [
          { ...day, problems: [{ ...item, kind: 'new', ...solved }] },
          { ...day, date: '2026-05-06', problems: [{ ...item, kind: 'review', ...open }] },
        ],
      },
    ],
    start_date: '2026-05-04',
    end_date: '2026-05-10',
    source: 'rules',
    model: null,
    note: 'Made by the rules.',
    overflow: [{ slug: 'gone', minutes: 30, reason: 'It did not fit.' }],
    certificate: {
      rules: [],
      score: 80,
      parts: { spacing: 0, weak_topics: 0, interleaving: 0, ramp: 0, variety: 0, slack: 0, practice: 0 },
    },
    changes: null,
  },
}

test('a plan reads as one would write it', () => {
  const links = [{ slug: 'two-sum', title: 'Two [Sum]', url: 'https://example.org/a(b) c' }]
  expect(planToMarkdown({ plan, links })).toBe(`# Practice plan, Monday 4 May 2026 to Sunday 10 May 2026

Made by the rules.

## Week 1: Arrays \\#1

### Monday 4 May 2026 (45 min)

- [x] [Two \\[Sum\\]](https://example.org/a%28b%29%20c) (easy, 20 min planned, solved, 25 min, felt hard): You rated it 1 of 5 \\*now\\*.

### Wednesday 6 May 2026 (45 min)

- [ ] Review: [Two \\[Sum\\]](https://example.org/a%28b%29%20c) (easy, 20 min planned): You rated it 1 of 5 \\*now\\*.

## If there is time

- gone (30 min): It did not fit.
`)
})
