import 'server-only'
import {
  type Calibration,
  calibrationSchema,
  type Exercise,
  type ExerciseExplanation,
  exerciseSchema,
  explanationSchema,
  type Interview,
  type InterviewPage,
  interviewPageSchema,
  interviewSchema,
} from '@codify/api/contract'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { routes } from '@/lib/routes.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'
import { getSession } from '@/lib/session.ts'

export async function loadInterviews(): Promise<{ page: InterviewPage; calibration: Calibration }> {
  const api = await serverApi()
  const [page, calibration] = await Promise.all([
    load(api.v1.interviews.$get({ query: { limit: '20' } }), interviewPageSchema),
    load(api.v1.calibration.$get(), calibrationSchema),
  ])
  return { page, calibration }
}

export type InterviewData = {
  interview: Interview
  exercise: Exercise
  /** Once it ended. */
  explanation: ExerciseExplanation | null
  learnerId: string
}

export async function loadInterview(id: string): Promise<InterviewData> {
  const session = await getSession()
  if (!session) redirect(routes.signIn(routes.interview(id)))
  if (!z.guid().safeParse(id).success) notFound()
  const api = await serverApi()
  try {
    const interview = await load(api.v1.interviews[':id'].$get({ param: { id } }), interviewSchema)
    const param = { slug: interview.problem }
    const call = api.v1.problems[':slug'].exercise
    const exercise = await load(call.$get({ param }), exerciseSchema)
    const explanation = interview.ended_at
      ? await load(call.explanation.$get({ param }), explanationSchema)
      : null
    return { interview, exercise, explanation, learnerId: session.sub }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound()
    throw error
  }
}
