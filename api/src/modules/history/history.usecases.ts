import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { AttemptsRepository } from '../attempts/attempts.repository.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import { dayAt } from '../learner-day/learner-day.models.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import { parseHistory } from './history.models.ts'
import type { HistoryRepository } from './history.repository.ts'
import type { History, historyInputSchema, Paste, PasteTakenBack } from './history.schemas.ts'
import { decideHistory, type Known } from './history-decisions.ts'
import { createLookup } from './history-lookup.ts'

export type HistoryDeps = {
  history: HistoryRepository
  attempts: AttemptsRepository
  learnerDays: LearnerDayRepository
  catalogue: CatalogueCache
  clock: Clock
}

/**
 * Reads a pasted history and saves what is new of it as attempts with their dates; with `dry_run` it only says what it
 * would save. Sending the same text again saves nothing, unless it was taken back.
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
  const { text, date, dry_run, day_order: dayOrder } = input
  if (date !== undefined && (date > day || date < '2000-01-01'))
    throw invalidRequest([{ field: 'date', message: `Give ${day} or an earlier day since 2000.` }])

  const own = await history.listOwn({ learnerId })
  const problems = (await catalogue.get()).problems.map((problem) => ({ ...problem, own: false }))
  const parsed = parseHistory({ text, find: createLookup([...problems, ...own]), now, learnerDay, dayOrder })
  const read = parsed.lines.filter((line) => line.kind === 'attempt')
  const problemIds = [...new Set(read.map(({ problem }) => problem.id))]
  const choose = (known: Known[]) => decideHistory(read, known, { now, learnerDay, date })
  const pasteId = uuidv7()
  const { chosen, saved } = dry_run
    ? preview(choose(await history.listKnown({ learnerId, problemIds })))
    : await history.save({ learnerId, pasteId, now, problemIds, choose })
  return {
    dry_run,
    saved,
    paste_id: !dry_run && saved > 0 ? pasteId : null,
    header: parsed.header && { line: parsed.header.line, columns: parsed.header.names },
    matched: chosen.lines.map(({ line, state, day: date }) => ({
      line: line.line,
      text: line.text,
      problem: line.problem.slug,
      title: line.problem.title,
      outcome: line.outcome,
      date,
      minutes: line.minutes,
      state,
      note:
        [date === null && 'ask' in line.when ? line.when.note : null, line.note].filter(Boolean).join(' ') ||
        null,
    })),
    left_out: parsed.lines
      .filter((line) => line.kind === 'left_out')
      .map(({ line, text: words, problem, reason }) => ({
        line,
        text: words,
        problem: problem?.slug ?? null,
        title: problem?.title ?? null,
        reason,
      })),
    unmatched: parsed.lines
      .filter((line) => line.kind === 'unknown')
      .map(({ line, text: words, reason }) => ({ line, text: words, reason })),
  }
}

function preview<Chosen extends { attempts: unknown[] }>(chosen: Chosen) {
  return { chosen, saved: chosen.attempts.length }
}

/** Pastes of the last day, newest first: those that can be taken back. */
export async function listPastes({
  learnerId,
  attempts,
  clock,
}: Pick<HistoryDeps, 'attempts' | 'clock'> & { learnerId: string }): Promise<{ items: Paste[] }> {
  const rows = await attempts.listPastes({ learnerId, now: clock() })
  return {
    items: rows.map((row) => ({
      id: row.paste_id,
      pasted_at: row.pasted_at.toISOString(),
      attempts: row.attempts,
    })),
  }
}

/** Takes back every attempt of one paste that still stands. */
export async function takePasteBack({
  learnerId,
  pasteId,
  attempts,
  clock,
}: Pick<HistoryDeps, 'attempts' | 'clock'> & {
  learnerId: string
  pasteId: string
}): Promise<PasteTakenBack> {
  return { taken_back: await attempts.retractPaste({ learnerId, pasteId, now: clock() }) }
}
