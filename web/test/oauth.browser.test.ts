import { randomUUID } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { learnerIdOf } from '../../api/src/contract.ts'
import { type FakeProvider, githubEmail, providerSettings, startFakeProvider } from './fake-provider.ts'
import { saveIntake, signInByHand } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'
import { isSignedIn, type Jar, visit } from './sign-in-by-mail.ts'
import { authorize, beginSignIn, comeBack, type ProviderId, signInBy } from './sign-in-by-provider.ts'

const secret = randomUUID()
const google = await startFakeProvider('google')
const github = await startFakeProvider('github')
const providers: Record<ProviderId, FakeProvider> = { google, github }

const codify = liveCodify(async () => ({ ...providerSettings(providers), NEXTAUTH_SECRET: secret }))
const browser = liveBrowser()
afterEach(() => {
  google.reset()
  github.reset()
})
afterAll(() => Promise.all([google.stop(), github.stop()]))

/** The heading and the words of the page that a sign-in ended on. */
async function wordsAt(place: URL): Promise<{ title: string; text: string }> {
  const answer = await fetch(place)
  expect([place.pathname, answer.status]).toEqual(['/signin/error', 200])
  const page = await answer.text()
  const text = page
    .slice(page.indexOf('<main'))
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
  return { title: /<h1[^>]*>([^<]+)/.exec(page)?.[1] ?? '', text }
}

async function expectRefusal(provider: ProviderId, title: string | RegExp, jar: Jar = new Map()) {
  const place = await signInBy(codify, jar, provider)
  expect((await wordsAt(place)).title).toMatch(title)
  expect(isSignedIn(jar)).toBe(false)
}

async function claimsOf(jar: Jar) {
  return decode({ token: jar.get('next-auth.session-token') ?? '', secret })
}

describe('in a browser', () => {
  test.each([
    ['Google', google],
    ['GitHub', github],
  ] as const)('%s signs in, and leads to where one wanted to go', async (name, provider) => {
    const { page } = await browser.visit()
    const email = `walk.${randomUUID()}@example.org`
    provider.behaviour.claims = { email, email_verified: true, name: 'Ada Lovelace' }
    provider.behaviour.emails.body = [
      githubEmail('other@example.org', { primary: false }),
      githubEmail(email),
    ]
    await page.goto(`${codify.webUrl}/settings`)
    await page.getByRole('button', { name: `Continue with ${name}` }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await page.getByText(email).first().waitFor()
    await page.getByText('Ada Lovelace').first().waitFor()
  })

  test('a person who did not agree is told so, and goes on from there', async () => {
    google.behaviour.error = 'access_denied'
    const { page } = await browser.visit()
    await page.goto(`${codify.webUrl}/progress`)
    await page.getByRole('button', { name: 'Continue with Google' }).click()
    await page.getByRole('heading', { name: 'You were not signed in' }).waitFor()
    await page.getByText('The sign-in was cancelled at Google, and nothing was shared.').waitFor()
    google.reset()
    await page.getByRole('link', { name: 'Back to sign-in' }).click()
    await page.getByRole('button', { name: 'Continue with Google' }).click()
    await page.waitForURL(`${codify.webUrl}/progress`)
  })

  test('the same person by mail, by Google and by GitHub is one learner', async () => {
    const email = `same.${randomUUID()}@example.org`
    const { page } = await browser.visit()
    await page.goto(`${codify.webUrl}/settings`)
    await signInByHand(page, email)
    await saveIntake(page, { past_experience: 'Two years of Rust' })
    google.behaviour.claims = { email: email.toUpperCase(), email_verified: true }
    github.behaviour.emails.body = [githubEmail(email)]
    for (const provider of ['google', 'github'] as const) {
      const jar: Jar = new Map()
      await signInBy(codify, jar, provider)
      const answer = await visit(codify, jar, 'GET', '/api/v1/intake')
      expect(await answer.json()).toMatchObject({ past_experience: 'Two years of Rust' })
      expect((await claimsOf(jar))?.sub).toBe(learnerIdOf(email))
    }
  })
})

test.each([
  ['google', 'ADA@Example.ORG', 'ada@example.org'],
  ['github', 'ADA@Example.ORG', 'ada@example.org'],
] as const)('%s may give an address in upper case', async (provider, given, email) => {
  google.behaviour.claims = { email: given, email_verified: true }
  github.behaviour.emails.body = [githubEmail(given)]
  const jar: Jar = new Map()
  expect((await signInBy(codify, jar, provider)).pathname).toBe('/settings')
  expect(await claimsOf(jar)).toMatchObject({ sub: learnerIdOf(email), email })
})

test('an address that changed at the provider is another learner, and the old one is still reached by mail', async () => {
  const [before, after]: [Jar, Jar] = [new Map(), new Map()]
  google.behaviour.claims = { sub: 'g-1', email: 'before@example.org', email_verified: true }
  await signInBy(codify, before, 'google')
  google.behaviour.claims = { sub: 'g-1', email: 'after@example.org', email_verified: true }
  await signInBy(codify, after, 'google')
  expect((await claimsOf(before))?.sub).toBe(learnerIdOf('before@example.org'))
  expect((await claimsOf(after))?.sub).toBe(learnerIdOf('after@example.org'))
})

describe('an address', () => {
  test.each([
    [
      'that is not verified',
      { email: 'ada@example.org', email_verified: false },
      'Your email address is not verified',
    ],
    [
      'verified in words',
      { email: 'ada@example.org', email_verified: 'true' },
      'Your email address is not verified',
    ],
    ['of which nothing is said', { email: 'ada@example.org' }, 'Your email address is not verified'],
    ['that is missing', { email_verified: true }, 'No email address was shared'],
    ['that is a number', { email: 42, email_verified: true }, 'No email address was shared'],
    ['that is a list', { email: ['ada@example.org'], email_verified: true }, 'No email address was shared'],
    ['of no host', { email: 'ada@localhost', email_verified: true }, 'Your email address cannot be used'],
  ])('at Google %s is refused', async (_, claims, title) => {
    google.behaviour.claims = claims
    await expectRefusal('google', title)
  })

  test('at GitHub counts whatever the public profile shows', async () => {
    github.behaviour.user = { id: 1, login: 'ada', email: 'public@example.org' }
    github.behaviour.emails.body = [
      githubEmail('public@example.org', { primary: false }),
      githubEmail('1+ada@users.noreply.github.com', { primary: false }),
      githubEmail('primary@example.org'),
    ]
    const jar: Jar = new Map()
    await signInBy(codify, jar, 'github')
    expect((await claimsOf(jar))?.email).toBe('primary@example.org')
  })

  test.each([
    ['primary, not verified', 200, [githubEmail('ada@example.org', { verified: false })], 'is not verified'],
    ['verified, not primary', 200, [githubEmail('ada@example.org', { primary: false })], 'was shared'],
    ['of a wrong type', 200, [githubEmail(42)], 'was shared'],
    ['that may not be read', 403, { message: 'Resource not accessible' }, 'was shared'],
    ['while the list is away', 500, {}, 'GitHub cannot be reached'],
  ])('at GitHub %s is refused', async (_, statusCode, body, title) => {
    github.behaviour.user = { id: 1, login: 'ada', email: 'public@example.org' }
    github.behaviour.emails = { statusCode, body }
    await expectRefusal('github', new RegExp(title))
  })
})

describe('what comes back', () => {
  const expired = 'This sign-in can no longer be finished'

  async function expectExpired(jar: Jar, back: URL) {
    expect((await wordsAt(await comeBack(codify, jar, back))).title).toBe(expired)
    expect(isSignedIn(jar)).toBe(false)
  }

  test.each(['google', 'github'] as const)('from %s with a wrong state is refused', async (provider) => {
    const [mine, attacker]: [Jar, Jar] = [new Map(), new Map()]
    await beginSignIn(codify, mine, provider)
    const foreign = await authorize(await beginSignIn(codify, attacker, provider))
    await expectExpired(mine, foreign)
    const stateless = await authorize(await beginSignIn(codify, mine, provider))
    stateless.searchParams.delete('state')
    await expectExpired(mine, stateless)
    await expectExpired(new Map(), foreign)
  })

  test.each(['google', 'github'] as const)(
    'from %s with a wrong PKCE verifier is refused',
    async (provider) => {
      const [jar, other]: [Jar, Jar] = [new Map(), new Map()]
      const back = await authorize(await beginSignIn(codify, jar, provider))
      await beginSignIn(codify, other, provider)
      jar.set('next-auth.pkce.code_verifier', other.get('next-auth.pkce.code_verifier') ?? '')
      await expectExpired(jar, back)
    },
  )

  test('with the verifier of another provider is refused', async () => {
    const jar: Jar = new Map()
    await beginSignIn(codify, jar, 'github')
    const verifier = jar.get('next-auth.pkce.code_verifier') ?? ''
    const back = await authorize(await beginSignIn(codify, jar, 'google'))
    jar.set('next-auth.pkce.code_verifier', verifier)
    await expectExpired(jar, back)
  })

  test.each(['google', 'github'] as const)('from %s a second time is refused', async (provider) => {
    const jar: Jar = new Map()
    const back = await authorize(await beginSignIn(codify, jar, provider))
    const again: Jar = new Map(jar)
    expect((await comeBack(codify, jar, back)).pathname).toBe('/settings')
    await expectExpired(again, back)
  })

  test('with a wrong nonce is refused', async () => {
    google.behaviour.claims = { ...google.behaviour.claims, nonce: 'of another sign-in' }
    await expectRefusal('google', expired)
  })

  test.each([
    ['for another audience', { aud: 'another' }, 'The sign-in could not be finished'],
    ['of another issuer', { iss: 'https://evil.example' }, 'The sign-in could not be finished'],
    ['that has run out', { exp: 1 }, 'The sign-in could not be finished'],
  ])('with a token %s is refused', async (_, claims, title) => {
    google.behaviour.claims = { ...google.behaviour.claims, ...claims }
    await expectRefusal('google', title)
  })

  test.each([
    ['google', 400, { error: 'invalid_grant', error_description: 'Malformed auth code.' }, expired],
    ['github', 200, { error: 'bad_verification_code' }, expired],
    ['google', 401, { error: 'invalid_client' }, 'Sign-in with Google is not set up correctly'],
    ['github', 200, { error: 'incorrect_client_credentials' }, 'Sign-in with GitHub is not set up correctly'],
    ['google', 503, {}, 'Google cannot be reached'],
    ['github', 503, {}, 'GitHub cannot be reached'],
    ['google', 200, {}, 'The sign-in could not be finished'],
    ['github', 200, {}, 'The sign-in could not be finished'],
  ] as const)(
    'when the token endpoint of %s answers %i %j is refused',
    async (provider, statusCode, body, title) => {
      providers[provider].behaviour.token = { statusCode, body }
      await expectRefusal(provider, title)
    },
  )

  test.each([
    ['access_denied', 'You were not signed in'],
    ['temporarily_unavailable', 'GitHub cannot be reached'],
    ['redirect_uri_mismatch', 'Sign-in with GitHub is not set up correctly'],
    ['<img src=x onerror=alert(1)>', 'Sign-in with GitHub is not set up correctly'],
  ])('with the error %s is said in words', async (error, title) => {
    github.behaviour.error = error
    await expectRefusal('github', title)
  })

  test.each([[{}], [{ id: null }], [{ login: 'ada' }]])(
    'with a profile of nobody, %j, is refused',
    async (user) => {
      github.behaviour.user = user
      await expectRefusal('github', 'The sign-in could not be finished')
    },
  )

  test('for a provider that is none, or in an address of nothing, ends on our page too', async () => {
    for (const path of [
      '/api/auth/callback/gitlab?code=1',
      '/api/auth/callback/google',
      '/api/auth/nonsense',
    ]) {
      const place = await comeBack(codify, new Map(), new URL(path, codify.webUrl))
      expect([path, place.pathname]).toEqual([path, '/signin/error'])
      expect((await wordsAt(place)).text).not.toMatch(/next-?auth/i)
    }
    const signOut = await comeBack(codify, new Map(), new URL('/api/auth/signout', codify.webUrl))
    expect(signOut.pathname).toBe('/settings')
  })
})

describe('a provider', () => {
  test('that is away says so before anybody is sent there', async () => {
    google.behaviour.isDown = true
    await expectRefusal('google', 'Google cannot be reached')
  })

  test.each([
    ['google', /^\/token/],
    ['github', /access_token/],
    ['github', /^\/api\/v3\/user$/],
    ['github', /emails/],
  ] as const)('%s that does not answer at %s is waited for a few seconds', async (provider, path) => {
    providers[provider].behaviour.slow = { path, ms: 30_000 }
    const began = performance.now()
    await expectRefusal(provider, /cannot be reached/)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('that stops in the middle of its answer is not waited for without end', async () => {
    google.behaviour.stalled = /^\/token/
    const began = performance.now()
    await expectRefusal('google', 'Google cannot be reached')
    expect(performance.now() - began).toBeLessThan(25_000)
  })
})

test('a browser that keeps no cookies is told so', async () => {
  const answer = await visit(codify, new Map(), 'POST', '/api/auth/signin/google', {
    csrfToken: 'x',
    json: 'true',
  })
  const { url } = await answer.json()
  expect((await wordsAt(new URL(url))).title).toBe('Your browser sent no cookie')
})
