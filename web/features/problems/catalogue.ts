import type { Topics } from '@codify/api/contract'
import { difficulties, problemLists, problemStatuses } from '@codify/api/contract'
import { difficultyLabels, listLabels, statusLabels } from './labels.ts'
import type { FilterName, ProblemQuery } from './problem-query.ts'

/** Names of topics and patterns, as the pages need them. */
export type Catalogue = {
  topics: { slug: string; title: string; prerequisites: string[] }[]
  patterns: { slug: string; title: string; topics: string[] }[]
}

type FilterOption = { value: string; label: string }
export type FilterGroup = { name: FilterName; label: string; options: FilterOption[] }

export function toCatalogue({ topics, patterns }: Topics): Catalogue {
  return {
    topics: topics.map(({ slug, title, prerequisites }) => ({ slug, title, prerequisites })),
    patterns: patterns.map(({ slug, title, topics: of }) => ({ slug, title, topics: of })),
  }
}

export function topicTitle(catalogue: Catalogue, slug: string): string {
  return catalogue.topics.find((topic) => topic.slug === slug)?.title ?? slug
}

export function patternTitle(catalogue: Catalogue, slug: string): string {
  return catalogue.patterns.find((pattern) => pattern.slug === slug)?.title ?? slug
}

/** Every filter with its choices. With topics chosen, only their patterns (and chosen ones) are offered. */
export function filterGroups({
  catalogue,
  query,
  signedIn,
}: {
  catalogue: Catalogue
  query: ProblemQuery
  signedIn: boolean
}): FilterGroup[] {
  const patterns = catalogue.patterns.filter(
    ({ slug, topics }) =>
      query.topic.length === 0 ||
      query.pattern.includes(slug) ||
      topics.some((topic) => query.topic.includes(topic)),
  )
  const groups: FilterGroup[] = [
    { name: 'topic', label: 'Topic', options: catalogue.topics.map(toOption) },
    { name: 'pattern', label: 'Pattern', options: patterns.map(toOption) },
    {
      name: 'difficulty',
      label: 'Difficulty',
      options: difficulties.map((value) => ({ value, label: difficultyLabels[value] })),
    },
    {
      name: 'list',
      label: 'List',
      options: problemLists.map((value) => ({ value, label: listLabels[value] ?? value })),
    },
  ]
  if (!signedIn) return groups
  const statuses = problemStatuses.map((value) => ({ value, label: statusLabels[value] }))
  return [
    ...groups,
    { name: 'status', label: 'Status', options: statuses },
    { name: 'mine', label: 'Mine', options: [{ value: 'true', label: 'Added by me' }] },
  ]
}

function toOption({ slug, title }: { slug: string; title: string }): FilterOption {
  return { value: slug, label: title }
}
