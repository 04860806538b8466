type Words = { title: string; detail: string }

const tryAgain = 'Go back and try once more. If it happens again, sign in another way.'

/** NextAuth's error codes in words that help; see its documentation of the error page. */
const words: Record<string, Words> = {
  Verification: {
    title: 'This link can no longer be used',
    detail:
      'A sign-in link works once, for 10 minutes, in the browser that asked for it. Ask for a new one and open the newest message there.',
  },
  EmailNotVerified: {
    title: 'Your email address is not verified',
    detail:
      'The service you signed in with does not vouch for your address. Verify it there, or sign in by email.',
  },
  EmailSignin: {
    title: 'The link could not be sent',
    detail: 'Check the address for typing mistakes and try again in a moment.',
  },
  TooManyLinks: {
    title: 'Too many links were asked for',
    detail: 'Open the newest message you got, or ask again in ten minutes.',
  },
  AccessDenied: { title: 'You were not signed in', detail: 'The sign-in was cancelled or refused.' },
  Configuration: {
    title: 'Sign-in is not set up correctly',
    detail: 'Whoever runs this Codify needs to look at its settings; the log says what is wrong.',
  },
  Callback: {
    title: 'The sign-in could not be finished',
    detail: `The service did not answer as expected. ${tryAgain}`,
  },
  OAuthSignin: { title: 'The sign-in could not be started', detail: tryAgain },
  OAuthCallback: { title: 'The sign-in could not be finished', detail: tryAgain },
  SessionRequired: { title: 'Sign in first', detail: 'That page is only for people who are signed in.' },
}

export function signInErrorWords(code: string | undefined): Words {
  return words[code ?? ''] ?? { title: 'You were not signed in', detail: tryAgain }
}
