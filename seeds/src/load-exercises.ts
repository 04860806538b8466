import type { Db } from '@codify/db'
import { digestOf, publishedExercise } from './exercises/published.ts'
import type { Exercise } from './exercises/read-exercises.ts'
import type { Catalogue } from './read-catalogue.ts'

/** Writes the exercises that are new or changed, and takes those away that are gone, or whose problem is. */
export async function loadExercises(
  tx: Db,
  { exercises, problems }: { exercises: Exercise[]; problems: Catalogue['problems'] },
): Promise<void> {
  const ids = new Map(problems.map(({ slug, id }) => [slug, id]))
  const wanted = exercises.flatMap((exercise) => {
    const problem_id = ids.get(exercise.slug)
    if (problem_id === undefined) return []
    const published = publishedExercise(exercise)
    const digest = digestOf(published)
    const content = JSON.stringify({ ...published.content, digest })
    const explanation = JSON.stringify(published.explanation)
    return [{ problem_id, digest, content, hints: published.hints, explanation }]
  })
  const stored = await tx.selectFrom('exercises').select(['problem_id', 'digest']).execute()
  const digests = new Map(stored.map(({ problem_id, digest }) => [problem_id, digest]))
  for (const { problem_id, ...row } of wanted) {
    if (digests.get(problem_id) === row.digest) continue
    await tx
      .insertInto('exercises')
      .values({ problem_id, ...row })
      .onConflict((on) => on.column('problem_id').doUpdateSet(row))
      .execute()
  }
  const kept = new Set(wanted.map(({ problem_id }) => problem_id))
  const gone = [...digests.keys()].filter((id) => !kept.has(id))
  if (gone.length > 0) await tx.deleteFrom('exercises').where('problem_id', 'in', gone).execute()
}
