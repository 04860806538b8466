import { expect, test } from 'vitest'
import { isFromOurSite, siteOf } from './same-origin.ts'

const ownOrigin = 'https://codify.example.org'

function ask(method: string, headers: Record<string, string>) {
  return isFromOurSite({ method, headers: new Headers(headers), ownOrigin })
}

test('reading is allowed from anywhere', () => {
  expect(ask('GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(true)
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'same-origin', origin: ownOrigin },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { origin: ownOrigin },
])('writing is allowed from our own pages: %j', (headers) => {
  expect(ask('POST', headers)).toBe(true)
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.org' },
  { origin: 'https://evil.example' },
  { origin: 'https://codify.example.org.evil.example' },
  { origin: 'null' },
  { origin: '' },
  { 'sec-fetch-site': '', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { 'sec-fetch-mode': 'cors', referer: `${ownOrigin}/today` },
  {},
])('writing is refused from another site, and from nobody knows where: %j', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(ask(method, headers)).toBe(false)
})

test('a request that does not say where it comes from is told apart from one of another site', () => {
  const headers = new Headers()
  expect(siteOf({ method: 'POST', headers, ownOrigin })).toBe('unknown')
  expect(siteOf({ method: 'GET', headers, ownOrigin })).toBe('ours')
  headers.set('origin', 'https://evil.example')
  expect(siteOf({ method: 'POST', headers, ownOrigin })).toBe('another')
})
