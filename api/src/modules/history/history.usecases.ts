import type { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import { dayAt, type LearnerDay, momentOfDay } from '../learner-day/learner-day.models.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import { attemptKey, parseHistory, stateOf } from './history.models.ts'
import type { HistoryRepository, PastAttempt } from './history.repository.ts'
import type { History, historyInputSchema } from './history.schemas.ts'
import { createLookup } from './history-lookup.ts'

export type HistoryDeps = {
  history: HistoryRepository
  learnerDays: LearnerDayRepository
  catalogue: CatalogueCache
  clock: Clock
}

/**
 * Reads a pasted list of solved problems and saves what is new of it as attempts with their dates; with `dry_run` it
 * only says what it would save. Sending the same list again saves nothing.
 *
 * @throws 400 at `date` when it lies in the future
 */
export async function pasteHistory({
  learnerId,
  input,
  history,
  learnerDays,
  catalogue,
  clock,
}: HistoryDeps & { learnerId: string; input: z.output<typeof historyInputSchema> }): Promise<History> {
  const learnerDay = await learnerDays.find({ learnerId })
  const now = clock()
  const day = dayAt(now, learnerDay)
  if (input.date !== undefined && (input.date > day || input.date < '2000-01-01'))
    throw invalidRequest([{ field: 'date', message: `Give ${day} or an earlier day since 2000.` }])

  const own = await history.listOwn({ learnerId })
  const problems = (await catalogue.get()).problems.map((problem) => ({ ...problem, own: false }))
  const parsed = parseHistory({ text: input.text, find: createLookup([...problems, ...own]), today: day })
  const read = parsed.filter((line) => 'problem' in line)
  const problemIds = [...new Set(read.map(({ problem }) => problem.id))]
  const before = await history.listAttempts({ learnerId, problemIds })
  const days = before.map(({ at, ...one }) => ({ ...one, date: dayAt(at, learnerDay) }))
  const known = {
    attempts: new Set(days.flatMap((one) => [attemptKey(one), attemptKey({ ...one, date: null })])),
    lines: new Set<string>(),
  }
  const lines = read.map((line) => ({ ...line, state: stateOf(line, known) }))
  const attempts = lines
    .filter(({ state }) => state === 'new')
    .map(
      ({ problem, outcome, minutes, date }, place): PastAttempt => ({
        problemId: problem.id,
        outcome,
        minutes,
        at: middayOf({ date: date ?? input.date ?? day, learnerDay, now, place }),
        idempotencyKey: `history ${attemptKey({ problemId: problem.id, outcome, date })}`,
      }),
    )
  return {
    dry_run: input.dry_run,
    saved: input.dry_run ? attempts.length : await history.save({ learnerId, attempts }),
    matched: lines.map(({ problem, ...line }) => ({ ...line, problem: problem.slug, title: problem.title })),
    unmatched: parsed.filter((line) => 'reason' in line),
  }
}

/** A moment within a past day that is that day for the learner; later lines come later. Never in the future. */
function middayOf(options: { date: string; learnerDay: LearnerDay; now: Date; place: number }): Date {
  const midday = momentOfDay(options.date, '12:00', options.learnerDay)
  const latest = options.now.getTime() - 10_000
  return new Date(Math.min(midday.getTime(), latest) + options.place)
}
