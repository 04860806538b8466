import type { MapTopic } from './topic-map.ts'

/** A topic that was neither rated nor tried. */
export function aTopic(changes: Partial<MapTopic> & { slug: string }): MapTopic {
  return {
    title: changes.slug,
    prerequisites: [],
    level: 'new',
    problems: 10,
    solved: 0,
    selfRating: null,
    measuredRating: null,
    attempts: 0,
    days: 0,
    ...changes,
  }
}
