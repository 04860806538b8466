import 'server-only'
import { type Exercise, exerciseSchema, type Problem } from '@codify/api/contract'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { loadProblem } from '@/features/problems/loaders.ts'
import { routes } from '@/lib/routes.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'
import { getSession } from '@/lib/session.ts'

export type WorkbenchData = { problem: Problem; exercise: Exercise; learnerId: string }

/** A problem with its exercise, once a request, for whoever is signed in; one without an exercise ends in the 404 page. */
export const loadWorkbench = cache(async (slug: string): Promise<WorkbenchData> => {
  const session = await getSession()
  if (!session) redirect(routes.signIn(routes.practise(slug)))
  const problem = await loadProblem(slug)
  return { problem, exercise: await loadExercise(problem.slug), learnerId: session.sub }
})

/** The exercise of a problem; one without an exercise ends in the 404 page. */
export async function loadExercise(slug: string): Promise<Exercise> {
  const api = await serverApi()
  try {
    const call = api.v1.problems[':slug'].exercise
    return await load(call.$get({ param: { slug } }), exerciseSchema)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'exercise.not_found') notFound()
    throw error
  }
}
