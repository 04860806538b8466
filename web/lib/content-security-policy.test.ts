import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

test('scripts need the nonce, and nobody may frame the pages', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isHttps: true, isDevelopment: false })
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain('upgrade-insecure-requests')
  expect(policy).not.toContain('unsafe-eval')
})

test('plain HTTP on one machine is not upgraded', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isHttps: false, isDevelopment: true })
  expect(policy).not.toContain('upgrade-insecure-requests')
})
