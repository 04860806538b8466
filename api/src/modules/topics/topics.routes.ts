import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { answerText, type JsonText } from '../../shared/json-text.ts'
import { describe } from '../../shared/openapi.ts'
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
    describe({
      tag: 'Catalogue',
      summary: 'Topics with their prerequisites, and patterns',
      success: { status: 200, description: 'Everything, in roadmap order', schema: topicsSchema },
    }),
    async (c) => {
      const learnerId = c.get('learner')?.id
      return learnerId === undefined
        ? answerText(c, await readForAll())
        : c.json(await readTopics(learnerId), 200)
    },
  )
}
