import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { patternNotFound, topicNotFound } from './library.errors.ts'
import { findPattern, findTopic, listPatterns, type Shelves } from './library.models.ts'
import type {
  CuratedHints,
  MarkedPattern,
  PatternMark,
  PatternPage,
  PatternSummary,
  TopicPage,
} from './library.schemas.ts'
import type { LibraryReader } from './library.ts'
import type { MarksRepository } from './marks.repository.ts'
import type { StatusesRepository } from './statuses.repository.ts'

export type LibraryDeps = {
  library: LibraryReader
  catalogue: CatalogueCache
  marks: MarksRepository
  statuses: StatusesRepository
  problems: ProblemsRepository
}
type Reader = { learnerId: string | undefined; deps: LibraryDeps }

/** Every pattern in reading order. */
export async function getPatterns({ learnerId, deps }: Reader): Promise<{ items: PatternSummary[] }> {
  const [catalogue, library, marks] = await Promise.all([
    deps.catalogue.get(),
    deps.library.get(),
    learnerId === undefined ? new Map<string, PatternMark>() : deps.marks.list({ learnerId }),
  ])
  return { items: listPatterns({ catalogue, library, marks }) }
}

/** @throws 404 `pattern.not_found` */
export async function getPattern({ slug, ...reader }: Reader & { slug: string }): Promise<PatternPage> {
  const page = findPattern(slug, await readShelves(reader))
  if (!page) throw patternNotFound()
  return page
}

/** @throws 404 `topic.not_found` */
export async function getTopic({ slug, ...reader }: Reader & { slug: string }): Promise<TopicPage> {
  const page = findTopic(slug, await readShelves(reader))
  if (!page) throw topicNotFound()
  return page
}

type Marking = { learnerId: string; slug: string; deps: Pick<LibraryDeps, 'catalogue' | 'marks'> }

/** @throws 404 `pattern.not_found` */
export async function setMark({
  learnerId,
  slug,
  mark,
  deps,
}: Marking & { mark: PatternMark }): Promise<MarkedPattern> {
  const { patternSlugs } = await deps.catalogue.get()
  if (!patternSlugs.has(slug)) throw patternNotFound()
  await deps.marks.set({ learnerId, pattern: slug, mark })
  return { slug, mark }
}

/** Takes a mark back, that of a pattern that is gone as well. */
export async function removeMark({ learnerId, slug, deps }: Marking): Promise<MarkedPattern> {
  await deps.marks.remove({ learnerId, pattern: slug })
  return { slug, mark: null }
}

/**
 * The three curated hints of a problem of the catalogue; a problem of the learner's own has none.
 *
 * @throws 404 `problem.not_found`
 */
export async function getCuratedHints({
  slugOrId,
  learnerId,
  deps,
}: Reader & { slugOrId: string }): Promise<CuratedHints> {
  const problem = await deps.problems.findId({ slugOrId, ...(learnerId === undefined ? {} : { learnerId }) })
  if (!problem) throw problemNotFound()
  const found = (await deps.library.get()).hints.get(problem.slug)
  return {
    about: found?.about ?? null,
    items: (found?.hints ?? []).map((text, at) => ({ number: at + 1, text })),
  }
}

export async function readShelves({
  learnerId,
  deps,
}: {
  learnerId: string | undefined
  deps: Omit<LibraryDeps, 'problems'>
}): Promise<Shelves> {
  const own = learnerId === undefined ? undefined : { learnerId }
  const [catalogue, library, marks, statuses] = await Promise.all([
    deps.catalogue.get(),
    deps.library.get(),
    own ? deps.marks.list(own) : new Map(),
    own ? deps.statuses.list(own) : new Map(),
  ])
  return { catalogue, library, marks, statuses }
}
