import type { SignInFailure } from '@/lib/auth/sign-in-failure.ts'

type Words = { title: string; detail: string }

/** Codes of next-auth (see its documentation of the error page) that a page is opened with besides ours. */
type OtherCode =
  | 'AccessDenied'
  | 'Configuration'
  | 'EmailSignin'
  | 'SessionRequired'
  | 'TooManyLinks'
  | 'Verification'

const providerNames: Record<string, string> = { google: 'Google', github: 'GitHub' }

/** Messages: the failure, then a remedy. `service` names the provider that was to vouch for the person. */
const words: Record<SignInFailure | OtherCode, (service: string) => Words> = {
  Verification: () => ({
    title: 'This link can no longer be used',
    detail:
      'A sign-in link works once, for 10 minutes, in the browser that asked for it. Ask for a new one and open the newest message there.',
  }),
  LinkSuperseded: () => ({
    title: 'A newer link was sent',
    detail:
      'You asked for another link after this one, and only the newest link works. Open the newest message, or ask once more.',
  }),
  EmailNotVerified: (service) => ({
    title: 'Your email address is not verified',
    detail: `${service} does not vouch for your address. Verify it there and come back, or sign in by email.`,
  }),
  NoEmail: (service) => ({
    title: 'No email address was shared',
    detail: `Codify knows you by your email address, and ${service} did not share one. Allow it there and try again, or sign in by email.`,
  }),
  EmailUnusable: (service) => ({
    title: 'Your email address cannot be used',
    detail: `Codify takes addresses such as name@example.org. Choose such an address at ${service}, or sign in by email.`,
  }),
  ConsentDenied: (service) => ({
    title: 'You were not signed in',
    detail: `The sign-in was cancelled at ${service}, and nothing was shared. Try again and allow it, or sign in by email.`,
  }),
  SignInExpired: (service) => ({
    title: 'This sign-in can no longer be finished',
    detail: `A sign-in with ${service} works once, for a few minutes, in the browser window it began in. Go back and start again.`,
  }),
  ProviderUnavailable: (service) => ({
    title: `${service} cannot be reached`,
    detail: `${service} did not answer in time. Try again in a few minutes, or sign in by email.`,
  }),
  ProviderAnswer: (service) => ({
    title: 'The sign-in could not be finished',
    detail: `The answer of ${service} could not be used. Go back and try once more, or sign in by email.`,
  }),
  ProviderMisconfigured: (service) => ({
    title: `Sign-in with ${service} is not set up correctly`,
    detail:
      'Whoever runs this Codify needs to look at its settings; the log says what is wrong. Until then, sign in by email.',
  }),
  CookiesBlocked: () => ({
    title: 'Your browser sent no cookie',
    detail:
      'Signing in needs cookies. Allow them for this site, load the sign-in page again and try once more.',
  }),
  Unavailable: () => ({
    title: 'Codify cannot be reached right now',
    detail: 'You were not signed in. Try again in a moment; a link that was not used still works.',
  }),
  EmailSignin: () => ({
    title: 'The link could not be sent',
    detail: 'Check the address for typing mistakes and try again in a moment.',
  }),
  TooManyLinks: () => ({
    title: 'Too many links were asked for',
    detail: 'Open the newest message you got, or ask again in ten minutes.',
  }),
  AccessDenied: () => ({
    title: 'You were not signed in',
    detail: 'The sign-in was cancelled or refused. Try once more, or sign in another way.',
  }),
  Configuration: () => ({
    title: 'Sign-in is not set up correctly',
    detail: 'Whoever runs this Codify needs to look at its settings; the log says what is wrong.',
  }),
  SessionRequired: () => ({
    title: 'Sign in first',
    detail: 'That page is only for people who are signed in.',
  }),
}

export function signInErrorWords(code: string | undefined, provider?: string): Words {
  const service = providerNames[provider ?? ''] ?? 'The service'
  if (code !== undefined && isKnown(code)) return words[code](service)
  return {
    title: 'You were not signed in',
    detail: 'Go back and try once more. If it happens again, sign in another way.',
  }
}

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code)
}
