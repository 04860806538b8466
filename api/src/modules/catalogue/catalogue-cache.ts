import { validate as isUuid } from 'uuid'
import type { CatalogueRepository } from './catalogue.repository.ts'

/** For how long the catalogue is taken to be what it was; then its digest is asked for, not the whole of it. */
export const CATALOGUE_FRESH_MS = 10_000

type Rows<Name extends keyof CatalogueRepository> = Awaited<ReturnType<CatalogueRepository[Name]>>
type Stored = Rows<'readProblems'>[number]

/** A problem as the catalogue has it: what is the same for everyone and changes with a release only. */
export type StaticProblem = Omit<Stored, 'retired_at'>
export type Catalogue = {
  topics: Rows<'readTopics'>
  patterns: Rows<'readPatterns'>
  /** By number, without the retired. */
  problems: StaticProblem[]
  topicSlugs: ReadonlySet<string>
  patternSlugs: ReadonlySet<string>
  /** With the retired. */
  byId: ReadonlyMap<string, StaticProblem>
  /** With the retired. */
  find: (slugOrId: string) => StaticProblem | undefined
}

export type CatalogueCache = ReturnType<typeof createCatalogueCache>

/** The catalogue in this process. It is some hundred rows that change with a release; requests need not carry them. */
export function createCatalogueCache(options: {
  catalogue: CatalogueRepository
  freshMs?: number | undefined
  now?: () => number
}) {
  const { catalogue, freshMs = CATALOGUE_FRESH_MS, now = () => performance.now() } = options
  let held: { digest: string; value: Catalogue } | undefined
  let freshUntil = Number.NEGATIVE_INFINITY
  let looking: Promise<Catalogue> | undefined

  async function look(): Promise<Catalogue> {
    const digest = await catalogue.readDigest()
    if (held?.digest !== digest) held = { digest, value: await read(catalogue) }
    freshUntil = now() + freshMs
    return held.value
  }

  /** Looks whether it changed, once for all who ask meanwhile. */
  function refresh(): Promise<Catalogue> {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  return {
    refresh,
    /** The catalogue: of the last ten seconds, or looked at again. */
    async get(): Promise<Catalogue> {
      return held && now() < freshUntil ? held.value : refresh()
    },
  }
}

async function read(catalogue: CatalogueRepository): Promise<Catalogue> {
  const [topics, patterns, stored] = await Promise.all([
    catalogue.readTopics(),
    catalogue.readPatterns(),
    catalogue.readProblems(),
  ])
  const problems = stored.map(({ retired_at, ...problem }) => ({ problem, retired: retired_at !== null }))
  const byId = new Map(problems.map(({ problem }) => [problem.id, problem]))
  const bySlug = new Map(problems.map(({ problem }) => [problem.slug, problem]))
  return {
    topics,
    patterns,
    problems: problems.filter(({ retired }) => !retired).map(({ problem }) => problem),
    topicSlugs: new Set(topics.map(({ slug }) => slug)),
    patternSlugs: new Set(patterns.map(({ slug }) => slug)),
    byId,
    find: (slugOrId) => (isUuid(slugOrId) ? byId.get(slugOrId.toLowerCase()) : bySlug.get(slugOrId)),
  }
}
