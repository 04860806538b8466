export type { Drawing } from './drawing.ts'
export { LibraryError, type PatternPage, type SectionTitle, type Snippets } from './parse-page.ts'
export { type ProblemHints, readHints, readPatternPages } from './read-library.ts'
