import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDraft, meet, parseLocalDraft } from './draft-sync.ts'

const starter = 'function twoSum() {}'
const server = (code: string, version = 'v2') => ({
  language: 'typescript' as const,
  code,
  version,
  updated_at: '2026-05-04T10:00:00Z',
})
const local = (code: string, version: string | null, isKept: boolean): LocalDraft => ({
  code,
  version,
  isKept,
})

describe('where this browser’s code and the server’s meet', () => {
  test('a fresh problem shows the starter, which is nothing to send', () => {
    expect(meet({ local: null, server: null, starter })).toEqual({
      draft: { code: starter, version: null, isKept: true },
      other: null,
    })
  })

  test('on a new device the server’s code is shown', () => {
    expect(meet({ local: null, server: server('mine'), starter }).draft).toEqual(local('mine', 'v2', true))
  })

  test('what was written offline goes on from where it began', () => {
    const met = meet({ local: local('further', 'v2', false), server: server('mine'), starter })
    expect(met).toEqual({ draft: local('further', 'v2', false), other: null })
  })

  test('newer code of another device replaces what the server had already', () => {
    const met = meet({ local: local('old', 'v1', true), server: server('newer'), starter })
    expect(met).toEqual({ draft: local('newer', 'v2', true), other: null })
  })

  test('of two that went on apart the learner chooses', () => {
    const met = meet({ local: local('here', 'v1', false), server: server('there'), starter })
    expect(met).toEqual({ draft: local('here', 'v1', false), other: server('there') })
  })

  test('code that only this browser has is never lost', () => {
    const version = fc.option(fc.constantFrom('v1', 'v2'))
    fc.assert(
      fc.property(fc.string(), version, fc.option(fc.string()), (code, began, there) => {
        const met = meet({
          local: local(code, began, false),
          server: there === null ? null : server(there),
          starter,
        })
        expect(met.draft.code).toBe(code)
      }),
    )
  })
})

test.each([null, '', 'x', '{}', '{"code":1,"version":null,"isKept":true}'])('%s is no draft', (text) => {
  expect(parseLocalDraft(text)).toBeNull()
})
