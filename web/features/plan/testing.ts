import type { PlanItemView, PlanJsonView } from '@codify/api/contract'

/** A small plan for tests: one week, its days given as `[date, slugs]`. */
export function planOf(days: readonly (readonly [date: string, slugs: readonly string[]])[]): PlanJsonView {
  const problems = (date: string, slugs: readonly string[]) =>
    slugs.map((slug) => itemOf(`${date}/${slug}`, slug))
  return {
    weeks: [
      {
        index: 1,
        theme: 'Arrays',
        minutes: 60,
        days: days.map(([date, slugs]) => ({
          date,
          topic: 'arrays-hashing',
          difficulty: 'easy',
          reason: 'A start.',
          minutes: 20 * slugs.length,
          problems: problems(date, slugs),
        })),
      },
    ],
    start_date: days[0]?.[0] ?? '2026-11-21',
    end_date: days.at(-1)?.[0] ?? '2026-11-21',
    source: 'rules',
    model: null,
    note: 'Made by rules.',
    overflow: [],
    certificate: {
      rules: [],
      score: 90,
      parts: { spacing: 25, weak_topics: 20, interleaving: 15, ramp: 15, variety: 10, slack: 5, practice: 0 },
    },
    changes: null,
  }
}

function itemOf(id: string, slug: string): PlanItemView {
  return {
    item_id: id,
    id,
    slug,
    title: slug,
    topic: 'arrays-hashing',
    difficulty: 'easy',
    kind: 'new',
    minutes: 20,
    reason: 'A start.',
    evidence: [],
    status: 'open',
    attempt_id: null,
    actual_minutes: null,
    rating: null,
  }
}
