import type { Calibration, Interview } from './interviews.schemas.ts'

export type InterviewRow = {
  id: string
  problem: string
  title: string
  topic: string
  difficulty: 'easy' | 'medium' | 'hard'
  patterns: string[]
  minutes: number
  pattern: string | null
  confidence: number | null
  is_right: boolean | null
  submission_id: string | null
  outcome: 'accepted' | 'failed' | 'error' | 'timeout' | null
  started_at: Date
  predicted_at: Date | null
  ended_at: Date | null
}

/** An interview as it may be told: until it ended, nothing that would give the problem away. */
export function toInterview(row: InterviewRow): Interview {
  const { id, problem, minutes, pattern, confidence, predicted_at, ended_at } = row
  const { title, topic, difficulty, patterns, is_right, outcome, submission_id } = row
  return {
    id,
    problem: ended_at && problem,
    minutes,
    started_at: row.started_at.toISOString(),
    prediction:
      pattern === null || confidence === null || predicted_at === null
        ? null
        : { pattern, confidence, made_at: predicted_at.toISOString() },
    ended_at: ended_at?.toISOString() ?? null,
    reveal: ended_at && { title, topic, difficulty, patterns, is_right, outcome, submission_id },
  }
}

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 240

/** Whole minutes on the interview's clock, which starts with the prediction; from one to four hours. */
export function minutesOf(row: Pick<InterviewRow, 'started_at' | 'predicted_at'>, now: Date): number {
  const since = row.predicted_at ?? row.started_at
  const minutes = Math.round((now.getTime() - since.getTime()) / MINUTE_MS)
  return Math.min(LONGEST_MINUTES, Math.max(1, minutes))
}

const bands = [
  [50, 59],
  [60, 69],
  [70, 79],
  [80, 89],
  [90, 100],
] as const

/** How sure one was against how often one was right. */
export function calibrate(made: { confidence: number; is_right: boolean }[]): Calibration {
  const squares = made.map(({ confidence, is_right }) => (confidence / 100 - (is_right ? 1 : 0)) ** 2)
  return {
    predictions: made.length,
    right: made.filter(({ is_right }) => is_right).length,
    brier: mean(squares),
    bands: bands.map(([from, to]) => {
      const within = made.filter(({ confidence }) => confidence >= from && confidence <= to)
      return {
        from,
        to,
        count: within.length,
        right: within.filter(({ is_right }) => is_right).length,
        mean_confidence: mean(within.map(({ confidence }) => confidence)),
      }
    }),
  }
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
