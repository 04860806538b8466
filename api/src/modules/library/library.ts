import { readCatalogue } from '@codify/seeds'
import { type PatternPage, type ProblemHints, readHints, readPatternPages } from '@codify/seeds/library'

/** All texts that people wrote for the catalogue. They change with a release only. */
export type Library = {
  /** By slug. */
  patterns: ReadonlyMap<string, PatternPage>
  /** Sections of each topic's note, by topic. */
  topics: ReadonlyMap<string, { title: string; markdown: string }[]>
  /** By slug of the problem. */
  hints: ReadonlyMap<string, ProblemHints>
}

export type LibraryReader = ReturnType<typeof createLibraryReader>

/** Reads the texts from the seeds when they are first asked for, and keeps them. */
export function createLibraryReader(read: () => Promise<Library> = readLibrary) {
  let library: Promise<Library> | undefined
  return {
    get(): Promise<Library> {
      library ??= read().catch((error: unknown) => {
        library = undefined
        throw error
      })
      return library
    },
  }
}

async function readLibrary(): Promise<Library> {
  const [pages, hints, { knowledge }] = await Promise.all([readPatternPages(), readHints(), readCatalogue()])
  const topics = Map.groupBy(knowledge, ({ topic }) => topic)
  return {
    patterns: new Map(pages.map((page) => [page.slug, page])),
    topics: new Map(
      [...topics].map(([topic, chunks]) => [
        topic,
        chunks.map(({ heading, body }) => ({ title: heading, markdown: body })),
      ]),
    ),
    hints,
  }
}
