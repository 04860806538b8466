import { safePath } from './safe-path.ts'

/** Pages with items of the plan that can be practised. */
export const practisedFrom = ['today', 'plan'] as const
export type PractisedFrom = (typeof practisedFrom)[number]

/** Every address of the web app. */
export const routes = {
  home: '/',
  signInPage: '/signin',
  checkEmail: '/signin/check-email',
  confirmSignIn: '/signin/confirm',
  signInError: '/signin/error',
  /** Says why a sign-in did not work; `provider` is next-auth's id of it. */
  signInErrorOf: ({ error, provider }: { error: string; provider: string }) =>
    `/signin/error?${new URLSearchParams({ error, ...(provider && { provider }) })}`,
  sessionEnded: '/signin/ended',
  goodbye: '/goodbye',
  today: '/today',
  intake: '/intake',
  /** The questionnaire at one of its steps, 1 to 5. */
  intakeStep: (step: number) => `/intake?step=${step}`,
  plan: '/plan',
  /** A day of the plan. */
  planDay: (day: string) => `/plan#day-${day}`,
  /** Watching a plan being made. */
  planMaking: (generationId: string) => `/plan/making/${encodeURIComponent(generationId)}`,
  plans: '/plans',
  planById: (id: string) => `/plans/${encodeURIComponent(id)}`,
  problems: '/problems',
  problemsOfTopic: (topic: string) => `/problems?topic=${encodeURIComponent(topic)}`,
  /** Ideas behind problems, a page each. */
  patterns: '/patterns',
  pattern: (slug: string) => `/patterns/${encodeURIComponent(slug)}`,
  topic: (slug: string) => `/topics/${encodeURIComponent(slug)}`,
  problem: (slug: string) => `/problems/${encodeURIComponent(slug)}`,
  /** The workbench; with the item of the plan that it is for, and the page it leads back to. */
  practise: (slug: string, place?: { itemId: string; from: PractisedFrom }) =>
    `/problems/${encodeURIComponent(slug)}/practise${place ? `?${new URLSearchParams({ item: place.itemId, from: place.from })}` : ''}`,
  /** Interview practice: its start, what came before, how well one knows what one knows. */
  interviews: '/interview',
  interview: (id: string) => `/interview/${encodeURIComponent(id)}`,
  /** Leads on to the site where the problem is solved. */
  problemSource: (slug: string) => `/problems/${encodeURIComponent(slug)}/open`,
  /** Practice and measurements, in charts. */
  progress: '/progress',
  settings: '/settings',
  tokens: '/settings/tokens',
  settingsTimeZone: '/settings#time-zone',
  /** For those the operator named: reported comments, and what was done about them. */
  moderation: '/moderation',
  /** Address for calendar programs; `key` opens it. */
  calendarFeed: (key: string) => `/calendar.ics?key=${encodeURIComponent(key)}`,
  unsubscribe: '/unsubscribe',
  exportData: '/api/v1/me/export',
  ankiCards: '/api/v1/me/anki',
  planMarkdown: (id: string) => `/api/v1/plans/${encodeURIComponent(id)}/markdown`,
  /** The sign-in page, which leads back to `returnTo` afterwards. */
  signIn: (returnTo?: string) => withReturn('/signin', returnTo),
  /** Clears a session that the API no longer accepts, then goes to the sign-in page. */
  endSession: (returnTo?: string) => withReturn('/signin/ended', returnTo),
} as const

const needsSignIn = [
  routes.today,
  routes.intake,
  routes.plan,
  routes.plans,
  routes.interviews,
  routes.progress,
  routes.settings,
  routes.moderation,
]

export function isProtectedPath(pathname: string): boolean {
  return needsSignIn.some((route) => pathname === route || pathname.startsWith(`${route}/`))
}

function withReturn(page: string, returnTo: string | undefined): string {
  const path = safePath(returnTo)
  return path ? `${page}?${new URLSearchParams({ callbackUrl: path })}` : page
}
