import { expect, it } from 'vitest'
import { joinTexts, judgeDraft, parseNoteDraft } from './note-draft.ts'

it('a kept text comes back as it was, and broken ones are none', () => {
  const draft = { body: 'x', version: null }
  expect(parseNoteDraft(JSON.stringify(draft))).toEqual(draft)
  for (const broken of [null, '', '{', '{"body":1}']) expect(parseNoteDraft(broken)).toBeNull()
})

it('a kept text is gone on with where nothing changed meanwhile, and asked about where something did', () => {
  const known = { body: 'saved', version: 'a' }
  expect(judgeDraft(null, known)).toBe('none')
  expect(judgeDraft({ body: 'saved', version: 'old' }, known)).toBe('none')
  expect(judgeDraft({ body: 'more', version: 'a' }, known)).toBe('resume')
  expect(judgeDraft({ body: 'more', version: null }, null)).toBe('resume')
  expect(judgeDraft({ body: 'more', version: 'old' }, known)).toBe('ask')
})

it('two texts are joined without losing a word', () => {
  expect(joinTexts('one\n', '\ntwo')).toBe('one\n\n---\n\ntwo')
})
