import { describe, expect, test } from 'vitest'
import { corsHeaders } from './cors.ts'
import { personalTokenOf } from './personal-token.ts'

const asked = { origin: 'https://tools.example.org', isPreflight: true }

describe('CORS', () => {
  test('is for nobody where no origin is listed', () => {
    expect(corsHeaders({ ...asked, allowed: [] })).toEqual({})
  })

  test('is for a listed origin, never with cookies', () => {
    const headers = corsHeaders({ ...asked, allowed: ['https://tools.example.org'] })
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://tools.example.org',
      'access-control-allow-headers': expect.stringContaining('authorization'),
    })
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })

  test.each([
    null,
    'null',
    'https://tools.example.org.evil.test',
    'http://tools.example.org',
    'https://TOOLS.example.org',
  ])('is not for the origin %s', (origin) => {
    expect(corsHeaders({ ...asked, origin, allowed: ['https://tools.example.org'] })).toEqual({
      vary: 'origin',
    })
  })
})

describe('a personal token', () => {
  test.each([
    ['Bearer cdf_abc', 'cdf_abc'],
    ['bearer  cdf_abc', 'cdf_abc'],
    ['Bearer CDF_abc', 'CDF_abc'],
    ['Bearer cdf_a.b!', 'cdf_a.b!'],
    ['Bearer abc', undefined],
    ['Basic cdf_abc', undefined],
    ['Bearer cdf_a b', undefined],
    ['cdf_abc', undefined],
  ])('in "%s" is %s', (authorization, token) => {
    expect(personalTokenOf(new Headers({ authorization }))).toBe(token)
  })

  test('is nowhere else', () => {
    expect(personalTokenOf(new Headers({ cookie: 'authorization=Bearer cdf_abc' }))).toBeUndefined()
  })
})
