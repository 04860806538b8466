import { randomUUID } from 'node:crypto'
import { githubEmail } from '../fake-provider.ts'
import {
  askForLink,
  cookiesOf,
  csrfTokenOf,
  isSignedIn,
  type Jar,
  linkFor,
  followLink as use,
  visit,
} from '../sign-in-by-mail.ts'
import { authorize, beginSignIn, comeBack, type ProviderId, signInBy } from '../sign-in-by-provider.ts'
import { type Attack, attacks, expectThat } from './attack.ts'
import type { Target } from './target.ts'

const fresh = () => `canary.${randomUUID()}@example.org`

const odd: Record<string, string> = {
  'a second recipient by a line break': 'canary@example.org\r\nBcc: eve@evil.example',
  'a second recipient by a comma': 'canary@example.org,eve@evil.example',
  'two @': 'canary@example.org@evil.example',
  'a quoted local part': '"canary@example.org"@evil.example',
  'a look-alike domain': 'canary@exаmple.org',
  'a look-alike local part': 'cаnary@example.org',
  'the sign of Kelvin, which folds to k': 'ada.\u212a@example.org',
  'a wide letter, which folds to a': 'c\uff41nary@example.org',
  'a dotless i': 'm\u0131ke@example.org',
  'an address in brackets': 'canary@[127.0.0.1]',
  'a name before it': 'Canary <canary@example.org>',
  'a NUL': 'canary\0@example.org',
}

const provided: ProviderId[] = ['google', 'github']

/** Attacks on the sign-in with each provider; afterwards it behaves as usual again. */
const providerAttacks: Attack[] = provided.flatMap((provider) => {
  const list: Record<string, Attack['run']> = {
    'somebody else’s answer, to sign a person in as the attacker': async (target) => {
      const [victim, attacker]: [Jar, Jar] = [new Map(), new Map()]
      await beginSignIn(target, victim, provider)
      const back = await authorize(await beginSignIn(target, attacker, provider))
      await comeBack(target, victim, back)
      await comeBack(target, new Map(), back)
      expectThat(!isSignedIn(victim), 'it signed the victim in')
    },
    'a stolen code in a sign-in of one’s own': async (target) => {
      const [victim, attacker]: [Jar, Jar] = [new Map(), new Map()]
      const stolen = await authorize(await beginSignIn(target, victim, provider))
      const own = await authorize(await beginSignIn(target, attacker, provider))
      own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
      await comeBack(target, attacker, own)
      expectThat(!isSignedIn(attacker), 'it signed the attacker in')
    },
    'an answer a second time': async (target) => {
      const jar: Jar = new Map()
      const back = await authorize(await beginSignIn(target, jar, provider))
      const again: Jar = new Map(jar)
      await comeBack(target, jar, back)
      expectThat(isSignedIn(jar), 'it did not work once')
      await comeBack(target, again, back)
      expectThat(!isSignedIn(again), 'it worked twice')
    },
    'the address of another that nobody verified': async (target) => {
      const email = target.ada.email
      target.google.behaviour.claims = { email, email_verified: false }
      target.github.behaviour.user = { id: 1, login: 'eve', email }
      target.github.behaviour.emails.body = [githubEmail(email, { verified: false })]
      const jar: Jar = new Map()
      await signInBy(target, jar, provider)
      expectThat(!isSignedIn(jar), 'it signed in as another')
    },
    'a way from the sign-in to another site': async (target) => {
      const jar: Jar = new Map()
      const begun = await beginSignIn(target, jar, provider, 'https://evil.example/today')
      const end = await comeBack(target, jar, await authorize(begun))
      expectThat(end.origin === target.webUrl, `it leads to ${end.origin}`)
    },
  }
  return attacks('sign-in', list).map(({ run, ...attack }) => ({
    ...attack,
    name: `${attack.name} (${provider})`,
    run: async (target: Target) => {
      await run(target)
      target.google.reset()
      target.github.reset()
    },
  }))
})

export const signInAttacks: Attack[] = [
  ...providerAttacks,
  ...Object.entries(odd).map(([name, email]) => ({
    group: 'sign-in',
    name: `a link for ${name}`,
    run: async (target: Target) => {
      const before = target.mail.messages.length
      expectThat(!(await askForLink(target, new Map(), email)), 'a link was promised')
      expectThat(target.mail.messages.length === before, 'a message was sent')
    },
  })),
  ...attacks('sign-in', {
    'a link in another browser': async (target) => {
      const [mine, other, email]: [Jar, Jar, string] = [new Map(), new Map(), fresh()]
      await askForLink(target, mine, email)
      await askForLink(target, other, fresh())
      const link = await linkFor(target, email)
      await use(target, other, link)
      expectThat(!isSignedIn(other), 'it signed somebody else in')
      await use(target, new Map(), link)
      await use(target, mine, link)
      expectThat(isSignedIn(mine), 'it no longer works where it was asked for')
    },
    'a link a second time': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      await askForLink(target, jar, email)
      const link = await linkFor(target, email)
      await use(target, jar, link)
      jar.delete('next-auth.session-token')
      await use(target, jar, link)
      expectThat(!isSignedIn(jar), 'it worked twice')
    },
    'an older link, after a newer one was sent': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      await askForLink(target, jar, email)
      const older = await linkFor(target, email)
      await askForLink(target, jar, email)
      await use(target, jar, older)
      expectThat(!isSignedIn(jar), 'it still works')
    },
    'ending the link of another by asking for their address': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      await askForLink(target, jar, email)
      const link = await linkFor(target, email)
      for (let times = 0; times < 4; times++) await askForLink(target, new Map(), email)
      await use(target, jar, link)
      expectThat(isSignedIn(jar), 'the link no longer works')
    },
    'a link of one for the address of another': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      await askForLink(target, jar, email)
      const link = await linkFor(target, email)
      link.searchParams.set('email', target.ada.email)
      await use(target, jar, link)
      expectThat(!isSignedIn(jar), 'it signed in as another')
    },
    'a link opened by a scanner of mail': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      await askForLink(target, jar, email)
      const link = await linkFor(target, email)
      for (let times = 0; times < 3; times++)
        await visit(target, new Map(), 'GET', link.pathname + link.search)
      await use(target, jar, link)
      expectThat(isSignedIn(jar), 'the scanner used it up')
    },
    'a mailbox full of links': async (target) => {
      const email = fresh()
      const promised = []
      for (let times = 0; times < 8; times++)
        promised.push(await askForLink(target, new Map(), email.replace('@', `+${times}@`)))
      expectThat(promised.filter(Boolean).length <= 5, `${promised.filter(Boolean).length} links were sent`)
    },
    'a link that names a foreign host': async (target) => {
      const [jar, email]: [Jar, string] = [new Map(), fresh()]
      const csrfToken = await csrfTokenOf(target, jar)
      await fetch(`${target.webUrl}/api/auth/signin/email`, {
        method: 'POST',
        headers: { cookie: cookiesOf(jar), 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
        body: new URLSearchParams({
          email,
          csrfToken,
          callbackUrl: 'https://evil.example',
          json: 'true',
        }),
      })
      const link = await linkFor(target, email)
      expectThat(link.origin === target.webUrl && !link.href.includes('evil'), link.origin)
    },
    'a forged session': async ({ web }) => {
      for (const value of ['eyJhbGciOiJub25lIn0.e30.', 'x', `${'a'.repeat(4_000)}`]) {
        const answer = await web('GET', '/today', { cookie: `next-auth.session-token=${value}` })
        expectThat(answer.status === 307, `answered ${answer.status}`)
      }
    },
    'finding out who has an account': async (target) => {
      const known = await askForLink(target, new Map(), target.ada.email)
      const unknown = await askForLink(target, new Map(), fresh())
      expectThat(known === unknown, 'the answers differ')
    },
  }),
]
