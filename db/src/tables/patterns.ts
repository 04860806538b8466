export interface PatternsTable {
  slug: string
  title: string
  /** Topics whose problems carry the pattern, most frequent first. */
  topics: string[]
  position: number
}
