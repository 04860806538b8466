import 'server-only'
import {
  curatedHintsSchema,
  type PatternPage,
  type PatternSummary,
  patternListSchema,
  patternPageSchema,
  type TopicPage,
  topicPageSchema,
} from '@codify/api/contract'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ApiError, ifAvailable, load, serverApi } from '@/lib/server-api.ts'

/** Every pattern in reading order. */
export async function loadPatterns(): Promise<PatternSummary[]> {
  const api = await serverApi()
  const { items } = await load(api.v1.patterns.$get(), patternListSchema)
  return items
}

/** The kind of problem in a sentence; null where nobody has written one, or while it cannot be read. */
export async function loadAbout(slug: string): Promise<string | null> {
  const api = await serverApi()
  const call = api.v1.problems[':slug'].hints
  const hints = await ifAvailable('about', load(call.$get({ param: { slug } }), curatedHintsSchema))
  return hints?.about ?? null
}

/** The page of a pattern, once a request; an unknown one ends in the 404 page. */
export const loadPattern = cache(async (slug: string): Promise<PatternPage> => {
  const api = await serverApi()
  return orNotFound(slug, () => load(api.v1.patterns[':slug'].$get({ param: { slug } }), patternPageSchema))
})

/** The page of a topic, once a request; an unknown one ends in the 404 page. */
export const loadTopic = cache(async (slug: string): Promise<TopicPage> => {
  const api = await serverApi()
  return orNotFound(slug, () => load(api.v1.topics[':slug'].$get({ param: { slug } }), topicPageSchema))
})

async function orNotFound<Page>(slug: string, loading: () => Promise<Page>): Promise<Page> {
  // Anything else in the address is not worth a call.
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) notFound()
  try {
    return await loading()
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound()
    throw error
  }
}
