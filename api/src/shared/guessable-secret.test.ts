import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bitsToGuess, PASSWORD_BITS, SECRET_BITS } from './guessable-secret.ts'

describe('guessable is', () => {
  test.each([
    '',
    'a',
    'a'.repeat(16),
    'a'.repeat(10_000),
    'AAAABBBBCCCCDDDD',
    'abababababababab',
    'aaaaaaaabbbbbbbbccccccccdddddddd',
    '0000000000000000000000000000000000000000',
    '00000000-0000-0000-0000-000000000000',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    '1234567890123456',
    '9876543210987654321098765432109876543210',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz',
    'zyxwvutsrqponmlkjihgfedcba',
    'qwertyuiopasdfghjklzxcvbnm',
    '1q2w3e4r5t6y7u8i9o0p',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    'hunter2hunter2hunter2',
    'aB1!aB1!aB1!aB1!aB1!',
    '2026-11-29-2026-11-29',
    'secretsecretsecretsecret',
    'secret secret secret secret!',
    'changemechangemechangeme',
    'change-me-please-change-me',
    'please-change-this-secret-in-production',
    'CHANGE_ME_TO_A_LONG_RANDOM_STRING',
    'your-secret-here-your-secret-here',
    'replace-with-a-random-secret',
    'MySuperSecretKey2024!',
    'P@ssw0rd123!P@ssw0rd',
    's3cr3ts3cr3ts3cr3ts3cr3t',
    'nextauth-secret-codify',
    'codify-codify-codify-codify',
    'metrics-token-metrics-token',
    'thisisaverylongsecretthatnobodywillguess',
    'correct horse battery staple',
    '$(openssl rand -base64 32)',
  ])('%j', (secret) => {
    expect(bitsToGuess(secret)).toBeLessThan(SECRET_BITS)
  })

  test.each([
    'postgres',
    'codify',
    'password',
    'Passw0rd',
    'hunter2',
    '123456',
    'letmein1',
    'admin123',
    '4815162342',
  ])('as a password, %j', (password) => {
    expect(bitsToGuess(password)).toBeLessThan(PASSWORD_BITS)
  })
})

describe('not guessable is', () => {
  test.each<[string, () => string]>([
    ['32 random bytes in base64', () => randomBytes(32).toString('base64')],
    ['32 random bytes for an address', () => randomBytes(32).toString('base64url')],
    ['16 random bytes in hex', () => randomBytes(16).toString('hex')],
    ['24 random bytes in hex', () => randomBytes(24).toString('hex')],
    ['a random UUID', () => randomUUID()],
  ])('%s', (_, make) => {
    for (let times = 0; times < 500; times++) expect(bitsToGuess(make())).toBeGreaterThanOrEqual(SECRET_BITS)
  })

  test('a phrase of eight random words', () => {
    expect(
      bitsToGuess('unmasked gurgle cymbal pantry overdrive shrubbery vitality humbling'),
    ).toBeGreaterThanOrEqual(SECRET_BITS)
  })

  test('what npm run keys prints', () => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/keys.ts')
    const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' })
    const [, secret = ''] = /^NEXTAUTH_SECRET=(.*)$/m.exec(printed) ?? []
    const [, password = ''] = /^POSTGRES_PASSWORD=(.*)$/m.exec(printed) ?? []
    expect(bitsToGuess(secret)).toBeGreaterThanOrEqual(SECRET_BITS)
    expect(bitsToGuess(password)).toBeGreaterThanOrEqual(SECRET_BITS)
  })
})
