import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../shared/clock.ts'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { ExercisesRepository } from '../exercises/exercises.repository.ts'
import { exerciseSchema } from '../exercises/exercises.schemas.ts'
import { getExercise } from '../exercises/exercises.usecases.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import type { SubmissionsRepository } from '../submissions/submissions.repository.ts'
import type { CreateSubmission } from '../submissions/submissions.schemas.ts'
import { submitCode } from '../submissions/submissions.usecases.ts'
import { alreadyEnded, alreadyPredicted, interviewNotFound, noExercises } from './interviews.errors.ts'
import { calibrate, minutesOf, toInterview } from './interviews.models.ts'
import type { InterviewsRepository } from './interviews.repository.ts'
import type {
  Calibration,
  Interview,
  InterviewExercise,
  InterviewPage,
  InterviewSubmitted,
  Prediction,
} from './interviews.schemas.ts'
import { toNeutralExercise } from './neutral-exercise.ts'

type Deps = { learnerId: string; interviews: InterviewsRepository }
type One = Deps & { id: string }

/**
 * Starts an interview, or gives back the one that is open.
 *
 * @throws 409 `interview.no_exercises`
 */
export async function startInterview(options: Deps & { minutes: number; clock: Clock }): Promise<Interview> {
  const { learnerId, minutes, interviews, clock } = options
  const started = await interviews.start({ learnerId, id: uuidv7(), minutes, now: clock() })
  const open = await interviews.findOpen({ learnerId })
  if (open) return toInterview(open)
  // Ended elsewhere between the two statements.
  if (!started) throw noExercises()
  return startInterview(options)
}

export async function getInterview({ learnerId, id, interviews }: One): Promise<Interview> {
  return toInterview(await findOwn({ learnerId, id, interviews }))
}

/**
 * Keeps what the learner thinks the pattern is, and how sure they are, before they solve it.
 *
 * @throws 400 at `pattern` when there is no such, 404 `interview.not_found`, 409 `interview.predicted`, `interview.ended`
 */
export async function predict(
  options: One & { prediction: Prediction; catalogue: CatalogueCache; clock: Clock },
): Promise<Interview> {
  const { prediction, catalogue, clock, ...one } = options
  const { patternSlugs } = await catalogue.get()
  if (!patternSlugs.has(prediction.pattern))
    throw invalidRequest([{ field: 'pattern', message: 'No such pattern; see GET /v1/topics.' }])
  const row = await findOwn(one)
  const isRight = row.patterns.includes(prediction.pattern)
  await one.interviews.predict({ ...one, prediction, isRight, now: clock() })
  const kept = toInterview(await findOwn(one))
  const { prediction: made } = kept
  if (made?.pattern === prediction.pattern && made.confidence === prediction.confidence) return kept
  throw made ? alreadyPredicted() : alreadyEnded()
}

/** Returns the exercise under a neutral name. */
export async function getInterviewExercise(
  options: One & { exercises: ExercisesRepository; problems: ProblemsRepository },
): Promise<InterviewExercise> {
  const { exercises, problems, ...one } = options
  const { problem } = await findOwn(one)
  const { text } = await getExercise({ slugOrId: problem, known: undefined, exercises, problems })
  if (text === null) throw new Error('an exercise that is asked for without a digest has a text')
  return toNeutralExercise(exerciseSchema.parse(JSON.parse(text)))
}

/**
 * Stores a submission for what is asked, as `submitCode` does, and does not say what that is. The minutes are those of the
 * interview's own clock.
 */
export async function submitInInterview(
  options: One & {
    body: CreateSubmission
    idempotencyKey: string | undefined
    submissions: SubmissionsRepository
    problems: ProblemsRepository
    clock: Clock
  },
): Promise<InterviewSubmitted> {
  const { idempotencyKey, submissions, problems, clock, ...one } = options
  const interview = await findOwn(one)
  const { problem: slugOrId } = interview
  const body = { ...options.body, minutes: minutesOf(interview, clock()) }
  const { learnerId } = one
  const submitted = await submitCode({ slugOrId, learnerId, body, idempotencyKey, submissions, problems })
  const { problem: _, ...rest } = submitted
  return rest
}

/** Ends the interview and shows what was hidden; ending it twice changes nothing. */
export async function endInterview(
  options: One & { submissionId: string | null; clock: Clock },
): Promise<Interview> {
  const { submissionId, clock, ...one } = options
  await one.interviews.end({ ...one, submissionId, now: clock() })
  return getInterview(one)
}

/** One keyset page of the learner's interviews, newest first. */
export async function listInterviews(
  options: Deps & { query: { limit: number; cursor?: string | undefined } },
): Promise<InterviewPage> {
  const { learnerId, query, interviews } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const rows = await interviews.list({ learnerId, after, limit: query.limit })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: toInterview,
  })
}

export async function getCalibration({ learnerId, interviews }: Deps): Promise<Calibration> {
  const made = await interviews.predictions({ learnerId })
  return calibrate(
    made.flatMap(({ confidence, is_right }) =>
      confidence === null || is_right === null ? [] : [{ confidence, is_right }],
    ),
  )
}

async function findOwn({ learnerId, id, interviews }: One) {
  const row = await interviews.find({ learnerId, id })
  if (!row) throw interviewNotFound()
  return row
}
