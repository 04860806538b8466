import type { Catalogue, StaticProblem } from '../catalogue/catalogue-cache.ts'
import { difficulties, type ProblemStatus } from '../problems/problems.schemas.ts'
import type {
  LibraryProblem,
  PatternMark,
  PatternPage,
  PatternSummary,
  TopicPage,
} from './library.schemas.ts'
import type { Library } from './library.ts'

/** The catalogue, its texts, and the learner's own marks and statuses; both empty without a token. */
export type Shelves = {
  catalogue: Catalogue
  library: Library
  marks: ReadonlyMap<string, PatternMark>
  /** By slug of the problem. */
  statuses: ReadonlyMap<string, ProblemStatus>
}

/** Patterns in reading order: by stage, then by main topic, then as the catalogue has them. */
export function listPatterns({ catalogue, library, marks }: Omit<Shelves, 'statuses'>): PatternSummary[] {
  const places = new Map(catalogue.topics.map(({ slug }, place) => [slug, place]))
  const stages = new Map(catalogue.topics.map(({ slug, stage }) => [slug, stage]))
  const placeOf = (topics: string[]) => places.get(topics[0] ?? '') ?? places.size
  return catalogue.patterns
    .map(({ slug, title, topics }) => {
      const text = library.patterns.get(slug)
      return {
        slug,
        title,
        summary: text?.summary ?? 'Not written yet. Its page lists problems that practise it.',
        minutes: text?.minutes ?? 0,
        stage: stages.get(topics[0] ?? '') ?? 1,
        topics,
        mark: marks.get(slug) ?? null,
      }
    })
    .sort((a, b) => a.stage - b.stage || placeOf(a.topics) - placeOf(b.topics))
}

/** One pattern with its text; undefined when there is none of this name. */
export function findPattern(slug: string, shelves: Shelves): PatternPage | undefined {
  const { catalogue, library } = shelves
  const patterns = listPatterns(shelves)
  const at = patterns.findIndex((one) => one.slug === slug)
  const summary = patterns[at]
  if (summary === undefined) return undefined
  const page = library.patterns.get(slug)
  const named = namesOf(catalogue.patterns)
  return {
    ...summary,
    text: page
      ? {
          sections: page.sections,
          drawing: page.drawing,
          templates: page.templates,
          examples: page.examples,
        }
      : null,
    confused_with: (page?.confusedWith ?? []).flatMap(({ pattern, tell }) =>
      named([pattern]).map((one) => ({ ...one, tell })),
    ),
    related: named(page?.related ?? []),
    problems: (page?.problems ?? [])
      .flatMap((problem) => catalogue.find(problem) ?? [])
      .map((problem) => toLibraryProblem(problem, shelves)),
    previous: neighbour(patterns[at - 1]),
    next: neighbour(patterns[at + 1]),
  }
}

/** One topic with its note, patterns and problems; undefined when there is none of this name. */
export function findTopic(slug: string, shelves: Shelves): TopicPage | undefined {
  const { catalogue, library } = shelves
  const topic = catalogue.topics.find((one) => one.slug === slug)
  if (topic === undefined) return undefined
  const named = namesOf(catalogue.topics)
  return {
    slug,
    title: topic.title,
    stage: topic.stage,
    sections: library.topics.get(slug) ?? [],
    prerequisites: named(topic.prerequisites),
    leads_to: catalogue.topics
      .filter(({ prerequisites }) => prerequisites.includes(slug))
      .map((one) => ({ slug: one.slug, title: one.title })),
    patterns: listPatterns(shelves).filter(({ topics }) => topics.includes(slug)),
    problems: catalogue.problems
      .filter((problem) => problem.topic === slug)
      .sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty))
      .map((problem) => toLibraryProblem(problem, shelves)),
  }
}

export function toLibraryProblem(
  problem: StaticProblem,
  { statuses }: Pick<Shelves, 'statuses'>,
): LibraryProblem {
  const { slug, title, topic, difficulty, minutes, premium, has_exercise } = problem
  return {
    slug,
    title,
    topic,
    difficulty,
    minutes,
    premium,
    has_exercise: Boolean(has_exercise),
    status: statuses.get(slug) ?? 'todo',
  }
}

type Named = { slug: string; title: string }

/** Those of some names that exist, with their titles. */
function namesOf(all: Named[]): (slugs: string[]) => Named[] {
  return (slugs) =>
    slugs.flatMap((slug) => {
      const found = all.find((one) => one.slug === slug)
      return found ? [{ slug, title: found.title }] : []
    })
}

function neighbour(pattern: PatternSummary | undefined): Named | null {
  return pattern ? { slug: pattern.slug, title: pattern.title } : null
}
