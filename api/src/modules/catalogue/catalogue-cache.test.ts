import { expect, test } from 'vitest'
import type { CatalogueRepository } from './catalogue.repository.ts'
import { createCatalogueCache } from './catalogue-cache.ts'

/** A catalogue without problems whose digest the test sets, and how often what was asked for. */
function aCatalogue() {
  const asked = { digest: 0, rows: 0 }
  const state = { digest: 'one' }
  const catalogue: CatalogueRepository = {
    readDigest: async () => {
      asked.digest += 1
      return state.digest
    },
    readTopics: async () => {
      asked.rows += 1
      return [{ slug: state.digest, title: 'T', prerequisites: [], stage: 1 }]
    },
    readPatterns: async () => [],
    readProblems: async () => [],
  }
  return { asked, state, catalogue }
}

test('the catalogue is read once, and again only when its digest changes', async () => {
  const { asked, state, catalogue } = aCatalogue()
  let now = 0
  const cache = createCatalogueCache({ catalogue, freshMs: 10, now: () => now })
  await Promise.all([cache.get(), cache.get(), cache.get()])
  expect(asked).toEqual({ digest: 1, rows: 1 })
  now = 9
  await cache.get()
  now = 11
  await cache.get()
  expect(asked).toEqual({ digest: 2, rows: 1 })
  state.digest = 'two'
  now = 22
  expect((await cache.get()).topicSlugs).toEqual(new Set(['two']))
  expect(asked).toEqual({ digest: 3, rows: 2 })
})
