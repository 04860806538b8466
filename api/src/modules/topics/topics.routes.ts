import { Hono } from 'hono'
import type { JsonText } from '../../shared/json-text.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { publicRoute } from '../../shared/route.ts'
import { shareReads } from '../../shared/share-reads.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { TopicsRepository } from './topics.repository.ts'
import { type Topics, topicsSchema } from './topics.schemas.ts'

export function createTopicsRoutes({
  topics,
  catalogue,
}: {
  topics: TopicsRepository
  catalogue: CatalogueCache
}) {
  async function readTopics(learnerId: string | undefined): Promise<Topics> {
    const [all, { patterns }] = await Promise.all([topics.listTopics({ learnerId }), catalogue.get()])
    return { topics: all, patterns }
  }
  const readForAll = shareReads<void, JsonText<Topics>>(async () =>
    JSON.stringify(await readTopics(undefined)),
  )

  return new Hono<AppEnv>().get(
    '/v1/topics',
    publicRoute(
      {
        scope: 'practice:read',
        tag: 'Catalogue',
        summary: 'List the topics with their prerequisites in roadmap order, and the patterns',
        answer: topicsSchema,
      },
      ({ learner }) => (learner ? readTopics(learner.id) : readForAll()),
    ),
  )
}
