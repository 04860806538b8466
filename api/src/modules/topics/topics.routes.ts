import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { describe } from '../../shared/openapi.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { TopicsRepository } from './topics.repository.ts'
import { topicsSchema } from './topics.schemas.ts'

export function createTopicsRoutes({
  topics,
  catalogue,
}: {
  topics: TopicsRepository
  catalogue: CatalogueCache
}) {
  return new Hono<AppEnv>().get(
    '/v1/topics',
    describe({
      tag: 'Catalogue',
      summary: 'Topics with their prerequisites, and patterns',
      success: { status: 200, description: 'Everything, in roadmap order', schema: topicsSchema },
    }),
    async (c) => {
      const [allTopics, { patterns }] = await Promise.all([
        topics.listTopics({ learnerId: c.get('learner')?.id }),
        catalogue.get(),
      ])
      return c.json({ topics: allTopics, patterns }, 200)
    },
  )
}
