/** Why a sign-in ended without a session; the error page has words for each. */
export const signInFailures = [
  'ConsentDenied',
  'CookiesBlocked',
  'EmailNotVerified',
  'EmailUnusable',
  'LinkSuperseded',
  'NoEmail',
  'ProviderAnswer',
  'ProviderMisconfigured',
  'ProviderUnavailable',
  'SignInExpired',
  'Unavailable',
] as const
export type SignInFailure = (typeof signInFailures)[number]

/** Error codes that a provider sends a browser back with (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
const denied = /^(access_denied|consent_required|interaction_required|login_required|user_cancelled\w*)$/
const unavailableByItself = /^(server_error|temporarily_unavailable)$/

/** Errors of next-auth, openid-client, Node and the token endpoints, which differ in their messages alone. */
const causes: [RegExp, SignInFailure][] = [
  [
    /cookie was missing|could not be parsed|different provider|(state|nonce|code) (mismatch|missing)/,
    'SignInExpired',
  ],
  [/invalid_grant|bad_verification_code|got: 400/, 'SignInExpired'],
  [
    /timed out|timeout|fetch failed|hang up|E(CONN|NOTFOUND|AI_AGAIN|HOST|NET|PIPE)|got: (429|5\d\d)/,
    'ProviderUnavailable',
  ],
  [/(invalid|unauthorized)_client|incorrect_client|redirect_uri|got: 40[1-4]/, 'ProviderMisconfigured'],
]

/** The failure behind an error that next-auth logs under `code`; undefined for one that ends no sign-in. */
export function signInFailureOf({
  code,
  error,
  isProvidersWord,
}: {
  code: string
  error: unknown
  /** The provider itself sent the browser back with an error code. */
  isProvidersWord: boolean
}): SignInFailure | undefined {
  if (code === 'SIGNIN_OAUTH_ERROR') return 'ProviderUnavailable'
  if (code === 'CALLBACK_EMAIL_ERROR') return 'Unavailable'
  if (code === 'OAUTH_PARSE_PROFILE_ERROR') return 'ProviderAnswer'
  if (!code.startsWith('OAUTH_CALLBACK')) return undefined
  const text = textOf(error)
  if (isProvidersWord) {
    if (denied.test(text)) return 'ConsentDenied'
    return unavailableByItself.test(text) ? 'ProviderUnavailable' : 'ProviderMisconfigured'
  }
  return causes.find(([pattern]) => pattern.test(text))?.[1] ?? 'ProviderAnswer'
}

/** The message, with the code of a network error, whose message may be empty. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? `${error.code} ${error.message}` : error.message
}
