import fc from 'fast-check'
import { outcomes, ratings } from '../../shared/outcomes.ts'
import { codeLanguages } from '../code-drafts/code-drafts.schemas.ts'
import { commentTags } from '../comments/comments.schemas.ts'
import { hintKinds } from '../hints/hints.schemas.ts'
import { patternMarks } from '../library/library.schemas.ts'

/** Problems of the catalogue that a random learner deals with; places past the end are the learner's own. */
export const met = ['two-sum', '3sum', '4sum', 'valid-anagram', 'word-ladder', 'min-stack', 'climbing-stairs']
const OWN_AT_MOST = 3

const place = fc.nat({ max: met.length + OWN_AT_MOST - 1 })
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text.trim() !== '' && text.isWellFormed())

/** A learner's actions, at random. */
export const aLife = fc.record({
  intake: fc.option(
    fc.record({
      level: fc.constantFrom('beginner' as const, 'intermediate' as const, 'advanced' as const),
      hours_per_week: fc.integer({ min: 4, max: 30 }),
      constraints: words,
      known_topics: fc.subarray(['bit-manipulation', 'math-geometry']),
    }),
    { freq: 5 },
  ),
  plans: fc.array(fc.record({ accept: fc.boolean(), answer: words }), { maxLength: 2 }),
  own: fc.array(fc.record({ minutes: fc.integer({ min: 5, max: 90 }), deleted: fc.boolean() }), {
    maxLength: OWN_AT_MOST,
  }),
  attempts: fc.array(
    fc.record({
      place,
      outcome: fc.constantFrom(...outcomes),
      minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
      rating: fc.option(fc.constantFrom(...ratings)),
      // Several fall into one microsecond.
      microseconds: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 12 },
  ),
  notes: fc.uniqueArray(fc.record({ place, body: words }), { maxLength: 4, selector: (note) => note.place }),
  settings: fc.option(fc.record({ day_start_hour: fc.integer({ min: 0, max: 12 }) })),
  /** Days from today on which a break begins. */
  breaks: fc.uniqueArray(fc.integer({ min: 3, max: 20 }), { maxLength: 2 }),
  /** Actions on today's first item, one after the other. */
  taps: fc.array(fc.constantFrom('skip' as const, 'later' as const), { maxLength: 2 }),
  takesBack: fc.boolean(),
  code: fc.uniqueArray(
    fc.record({
      problem: fc.constantFrom(...met),
      language: fc.constantFrom(...codeLanguages),
      code: words,
      isRecorded: fc.boolean(),
    }),
    { maxLength: 4, selector: ({ problem, language }) => `${problem} ${language}` },
  ),
  hints: fc.array(
    fc.record({
      problem: fc.constantFrom(...met),
      language: fc.constantFrom(...codeLanguages),
      kind: fc.constantFrom(...hintKinds),
      text: words,
      isLinked: fc.boolean(),
      microseconds: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 4 },
  ),
  marks: fc.dictionary(
    fc.constantFrom('hash-map', 'two-pointers', 'greedy'),
    fc.constantFrom(...patternMarks),
  ),
  upvotes: fc.subarray(met),
  comments: fc.array(
    fc.record({
      problem: fc.constantFrom(...met),
      body: words,
      tag: fc.option(fc.constantFrom(...commentTags)),
    }),
    { maxLength: 4 },
  ),
})
export type Life = typeof aLife extends fc.Arbitrary<infer Value> ? Value : never
