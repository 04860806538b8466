import { expect, test } from 'vitest'
import { ConfigError } from './config.ts'
import { databaseUnreachable, listenProblem } from './start-problems.ts'

const withCode = (code: string) => Object.assign(new Error('secret-value'), { code })

test.each([
  ['ECONNREFUSED', 'nothing listens there'],
  ['28P01', 'refuses this user or password'],
  ['3D000', 'no such database'],
  ['57P03', '57P03'],
])('a database that answers %s is told as its variable', (code, reason) => {
  const { message } = databaseUnreachable(withCode(code))
  expect(message).toMatch(/^DATABASE_URL: [^\n]+$/)
  expect(message).toContain(reason)
  expect(message).not.toContain('secret-value')
})

test('a database that does not answer at all is told as its variable', () => {
  const { message } = databaseUnreachable(new Error('timeout, secret-value'))
  expect(message).toBe('DATABASE_URL: the database cannot be reached (no answer in time)')
})

test.each([
  ['The server does not support SSL connections', 'the server does not speak TLS'],
  ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'the server asks for a password'],
])('a database that refuses with "%s" is told in our words', (given, reason) => {
  expect(databaseUnreachable(new Error(given)).message).toContain(reason)
})

test.each([
  ['EADDRINUSE', /^API_PORT: in use/],
  ['EACCES', /^API_PORT: may not be used/],
  ['ENOTFOUND', /^API_HOST: /],
  ['EADDRNOTAVAIL', /^API_HOST: /],
])('a port that answers %s is told as its variable', (code, message) => {
  const problem = listenProblem(withCode(code))
  expect(problem).toBeInstanceOf(ConfigError)
  expect(problem).toMatchObject({ message: expect.stringMatching(message) })
})

test('any other error of a server stays what it is', () => {
  const error = withCode('EMFILE')
  expect(listenProblem(error)).toBe(error)
})
