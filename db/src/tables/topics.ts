export interface TopicsTable {
  slug: string
  title: string
  /** Topics to do first, by slug; the whole graph has no cycle. */
  prerequisites: string[]
  stage: number
  /** Order of the roadmap, from 0. */
  position: number
}
