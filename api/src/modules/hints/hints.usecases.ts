import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import { exerciseNotFound } from '../exercises/exercises.errors.ts'
import type { ExercisesRepository } from '../exercises/exercises.repository.ts'
import { isServerFailure } from '../model-client/model-failures.ts'
import type { ModelGuard } from '../model-guard/model-guard.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import type { SubmissionsRepository } from '../submissions/submissions.repository.ts'
import type { DailyHints } from './daily-hints.ts'
import {
  failureDetails,
  modelBudget,
  modelResting,
  modelTurnedOff,
  noModel,
  notAccepted,
} from './hints.errors.ts'
import { charactersMax, namesOf, toKeptHint } from './hints.models.ts'
import type { HintsRepository } from './hints.repository.ts'
import type { AskHint, HintEvent, HintPage, ListHintsQuery } from './hints.schemas.ts'
import type { HintAnswer, Hinter } from './openai-hinter.ts'
import { buildHintPrompt } from './prompt.models.ts'
import { createRelease } from './release.models.ts'

export type HintsDeps = {
  hints: HintsRepository
  exercises: ExercisesRepository
  problems: ProblemsRepository
  submissions: SubmissionsRepository
  /** Absent: there is no model to ask. */
  hinter: Hinter | undefined
  guard: ModelGuard
  daily: DailyHints
  clock: Clock
  logger: Logger
}

/** Writes one answer: tells it as it comes, keeps it, and never throws. */
export type WriteHint = (options: {
  tell: (event: HintEvent) => Promise<void>
  signal: AbortSignal
}) => Promise<void>

/**
 * Takes the learner's turn for one answer of the model; what comes back writes it, and must be called.
 *
 * @throws 404 `problem.not_found`, `exercise.not_found`; 409 `hint.no_model`, `hint.not_accepted`, `hint.running`;
 * 429 `hint.daily_limit`, `hint.learner_budget`; 503 `hint.turned_off`, `hint.resting`, `hint.instance_budget`
 */
export async function askForHint({
  slugOrId,
  learnerId,
  asked,
  deps,
}: {
  slugOrId: string
  learnerId: string
  asked: AskHint
  deps: HintsDeps
}): Promise<WriteHint> {
  const { hinter, guard, daily } = deps
  const problem = await deps.problems.find({ slugOrId, learnerId })
  if (!problem || problem.own) throw problemNotFound()
  const exercise = await deps.exercises.findForHint({ problemId: problem.id, language: asked.language })
  if (!exercise) throw exerciseNotFound()
  if (!hinter) throw noModel()
  const reviewed =
    asked.kind === 'review'
      ? await deps.submissions.findAccepted({ learnerId, problemId: problem.id, ...asked })
      : { attempt_id: null }
  if (!reviewed) throw notAccepted()
  const turn = await daily.begin(learnerId)
  try {
    const refusal = await guard.refusalOf({ kind: 'hint', learnerId })
    if (refusal === 'turned_off') throw modelTurnedOff()
    if (refusal === 'resting') throw modelResting()
    const of = refusal === 'learner_budget' ? 'learner' : 'instance'
    if (refusal) throw modelBudget({ of, seconds: daily.secondsToTomorrow() })
  } catch (error) {
    await turn.giveBack()
    await turn.end()
    throw error
  }
  const { call, ...told } = exercise
  const prompt = buildHintPrompt({ exercise: { title: problem.title, ...told }, asked })
  const names = namesOf(call)
  return async ({ tell, signal }) => {
    const release = createRelease({
      guard: asked.kind === 'hint' ? { code: asked.code, names } : null,
      instructions: prompt.system,
    })
    let text = ''
    const stopped = new AbortController()
    const show = async (more: string) => {
      text += more
      if (more !== '') await tell({ type: 'delta', text: more })
      // Anything that follows would be held back too.
      if (release.repeatsInstructions()) stopped.abort()
    }
    const fail = (reason: keyof typeof failureDetails) =>
      tell({ type: 'failed', code: `hint.${reason}`, detail: failureDetails[reason] })
    try {
      const answer: HintAnswer = await hinter({
        prompt,
        charactersMax: charactersMax[asked.kind],
        signal: AbortSignal.any([signal, stopped.signal]),
        onText: (more) => show(release.push(more)),
      })
      await guard.record({ kind: 'hint', usage: answer.usage, works: serverWorks(answer) })
      if (release.repeatsInstructions()) return await fail('own_rules')
      if (!answer.ok) {
        if (text === '' && answer.reason !== 'stopped') await turn.giveBack()
        if (answer.reason !== 'stopped') await fail(answer.reason)
        return
      }
      await show(release.end())
      if (release.repeatsInstructions()) return await fail('own_rules')
      if (release.isOnlyCode()) return await fail('only_code')
      const row = await deps.hints.keep({
        learnerId,
        problemId: problem.id,
        hint: {
          language: asked.language,
          kind: asked.kind,
          text: text.trim(),
          model: answer.model.slice(0, 200),
          attempt_id: reviewed.attempt_id,
          created_at: deps.clock(),
        },
      })
      await tell({
        type: 'done',
        hint: toKeptHint({ ...row, problem: problem.slug }),
        left_today: await daily.left(learnerId),
      })
    } catch (err) {
      deps.logger.warn({ err }, 'a hint could not be written to its end')
      await fail('not_kept').catch(() => {})
    } finally {
      await turn.end().catch((err: unknown) => deps.logger.warn({ err }, 'a turn ends by itself'))
    }
  }
}

/** Undefined where the answer was stopped: nothing is known then. */
function serverWorks(answer: HintAnswer): boolean | undefined {
  if (answer.ok) return true
  return answer.reason === 'stopped' ? undefined : !isServerFailure(answer.reason)
}

/** One keyset page of what was kept for the learner at a problem, newest first, and whether more can be asked for. */
export async function listHints({
  slugOrId,
  learnerId,
  query,
  deps,
}: {
  slugOrId: string
  learnerId: string
  query: ListHintsQuery
  deps: HintsDeps
}): Promise<HintPage> {
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const problem = await deps.problems.findId({ slugOrId })
  if (!problem) throw problemNotFound()
  const [rows, available, left_today] = await Promise.all([
    deps.hints.list({ learnerId, problemId: problem.id, after, limit: query.limit }),
    deps.hinter ? deps.guard.isOn() : false,
    deps.daily.left(learnerId),
  ])
  const page = toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: (row) => toKeptHint({ ...row, problem: problem.slug }),
  })
  return { ...page, available, left_today }
}
