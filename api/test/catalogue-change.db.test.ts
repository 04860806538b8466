import { loadSeeds, readCatalogue } from '@codify/seeds'
import { expect, test } from 'vitest'
import { useTestApi } from '../src/app/testing.ts'
import { anIntake } from '../src/modules/intake/testing.ts'
import { planSchema } from '../src/modules/plans/plans.schemas.ts'
import { problemPageSchema } from '../src/modules/problems/problems.schemas.ts'

const api = useTestApi()

test('a plan made before the catalogue changed is shown as it was, and its problems open', async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=30' } })
  const before = planSchema.parse(await made.json())
  const planned = new Set(
    before.plan_json.weeks.flatMap((week) =>
      week.days.flatMap((day) => day.problems.map(({ slug }) => slug)),
    ),
  )

  const catalogue = await readCatalogue()
  const problems = catalogue.problems
    .filter(({ slug }) => slug !== [...planned][0])
    .map((problem) =>
      planned.has(problem.slug) ? { ...problem, title: `${problem.title}!`, minutes: 99 } : problem,
    )
  await loadSeeds(api.database.db, { ...catalogue, problems })

  const after = planSchema.parse(await (await api.call('GET', '/v1/plans/current', { learner })).json())
  expect(after).toEqual(before)
  for (const slug of planned) {
    expect([slug, (await api.call('GET', `/v1/problems/${slug}`, { learner })).status]).toEqual([slug, 200])
  }
  const listed = await api.call('GET', `/v1/problems?q=${[...planned][0]}`, { learner })
  const { items } = problemPageSchema.parse(await listed.json())
  expect(items.map(({ slug }) => slug)).not.toContain([...planned][0])

  const next = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=30' } })
  expect(next.status).toBe(201)
})
