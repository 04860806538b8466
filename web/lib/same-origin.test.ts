import { expect, test } from 'vitest'
import { isFromOurSite } from './same-origin.ts'

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
  {},
])('writing is allowed from our own pages and from what is no browser: %j', (headers) => {
  expect(ask('POST', headers)).toBe(true)
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.org' },
  { origin: 'https://evil.example' },
  { origin: 'https://codify.example.org.evil.example' },
  { origin: 'null' },
])('writing is refused from another site: %j', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(ask(method, headers)).toBe(false)
})
