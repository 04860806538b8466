import 'server-only'
import {
  type Calibration,
  calibrationSchema,
  type ExerciseExplanation,
  explanationSchema,
  type Interview,
  type InterviewExercise,
  type InterviewPage,
  interviewExerciseSchema,
  interviewPageSchema,
  interviewSchema,
} from '@codify/api/contract'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
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
  /** What is asked, or once it ended how it is solved; until then nothing here names the problem. */
  shown: { exercise: InterviewExercise } | { explanation: ExerciseExplanation }
  learnerId: string
}

/** One interview, once a request; an unknown one ends in the 404 page. */
export const loadInterview = cache(async (id: string): Promise<InterviewData> => {
  const session = await getSession()
  if (!session) redirect(routes.signIn(routes.interview(id)))
  if (!z.guid().safeParse(id).success) notFound()
  const api = await serverApi()
  try {
    const interview = await load(api.v1.interviews[':id'].$get({ param: { id } }), interviewSchema)
    return { interview, shown: await loadShown(interview), learnerId: session.sub }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound()
    throw error
  }
})

async function loadShown({ id, problem }: Interview): Promise<InterviewData['shown']> {
  const api = await serverApi()
  if (problem === null) {
    const call = api.v1.interviews[':id'].exercise
    return { exercise: await load(call.$get({ param: { id } }), interviewExerciseSchema) }
  }
  const call = api.v1.problems[':slug'].exercise.explanation
  return { explanation: await load(call.$get({ param: { slug: problem } }), explanationSchema) }
}
