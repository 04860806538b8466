import { expect, test } from 'vitest'
import { isProtectedPath, routes } from './routes.ts'

test('the sign-in page leads back to where one was going, if that is ours', () => {
  expect(routes.signIn('/problems/two-sum?tab=comments')).toBe(
    '/signin?callbackUrl=%2Fproblems%2Ftwo-sum%3Ftab%3Dcomments',
  )
  expect(routes.signIn('//evil.example')).toBe('/signin')
  expect(routes.signIn()).toBe('/signin')
})

test.each(['/today', '/intake', '/plan', '/plans', '/plans/1', '/progress', '/settings'])(
  '%s needs a session',
  (path) => {
    expect(isProtectedPath(path)).toBe(true)
  },
)

test.each(['/', '/problems', '/problems/two-sum', '/signin', '/planning', '/healthz'])(
  '%s is public',
  (path) => {
    expect(isProtectedPath(path)).toBe(false)
  },
)
