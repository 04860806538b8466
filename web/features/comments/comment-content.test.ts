import { describe, expect, it } from 'vitest'
import { findProblem, lengthOf, parseDraft } from './comment-content.ts'

describe('a comment to post', () => {
  it('is refused empty or too long, in words', () => {
    expect(findProblem({ body: ' \n', tag: null })).toBe('Write something first.')
    expect(findProblem({ body: 'a'.repeat(2001), tag: null })).toContain('2000')
    expect(findProblem({ body: `  ${'a'.repeat(2000)}  `, tag: 'too_hard' })).toBeUndefined()
  })

  it('is as long as what is kept of it', () => {
    expect(lengthOf({ body: '  four  ', tag: null })).toBe(4)
  })

  it('comes back from a draft, unless that is not one', () => {
    const content = { body: 'half a thou', tag: 'good_intro' }
    expect(parseDraft(JSON.stringify(content))).toEqual(content)
    for (const text of [null, '', '{', '{"body":1}', '{"body":"x","tag":"rude"}']) {
      expect(parseDraft(text)).toBeUndefined()
    }
  })
})
