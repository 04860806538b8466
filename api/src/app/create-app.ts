import { readRoles } from '@codify/seeds'
import { Hono, type HonoRequest } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { createAttemptsRepository } from '../modules/attempts/attempts.repository.ts'
import { createAttemptsRoutes } from '../modules/attempts/attempts.routes.ts'
import { createBreaksRepository } from '../modules/breaks/breaks.repository.ts'
import { createBreaksRoutes } from '../modules/breaks/breaks.routes.ts'
import { createCalendarRepository } from '../modules/calendar/calendar.repository.ts'
import { createCalendarRoutes } from '../modules/calendar/calendar.routes.ts'
import { createCodeDraftsRepository } from '../modules/code-drafts/code-drafts.repository.ts'
import { createCodeDraftsRoutes } from '../modules/code-drafts/code-drafts.routes.ts'
import { createCommentsRepository } from '../modules/comments/comments.repository.ts'
import { createCommentsRoutes } from '../modules/comments/comments.routes.ts'
import { createDownloadsRepository } from '../modules/downloads/downloads.repository.ts'
import { createDownloadsRoutes } from '../modules/downloads/downloads.routes.ts'
import { createExercisesRepository } from '../modules/exercises/exercises.repository.ts'
import { createExercisesRoutes } from '../modules/exercises/exercises.routes.ts'
import { createGenerationsRoutes } from '../modules/generations/generations.routes.ts'
import { createHealthRoutes } from '../modules/health/health.routes.ts'
import { createDailyHints } from '../modules/hints/daily-hints.ts'
import { createHintsRepository } from '../modules/hints/hints.repository.ts'
import { createHintsRoutes } from '../modules/hints/hints.routes.ts'
import { createHistoryRepository } from '../modules/history/history.repository.ts'
import { createHistoryRoutes } from '../modules/history/history.routes.ts'
import { createImportsRepository } from '../modules/imports/imports.repository.ts'
import { createImportsRoutes, IMPORTS_PER_MINUTE } from '../modules/imports/imports.routes.ts'
import { createIntakeRepository } from '../modules/intake/intake.repository.ts'
import { createIntakeRoutes } from '../modules/intake/intake.routes.ts'
import { createInterviewsRepository } from '../modules/interviews/interviews.repository.ts'
import { createInterviewsRoutes } from '../modules/interviews/interviews.routes.ts'
import { createLearnerDayRepository } from '../modules/learner-day/learner-day.repository.ts'
import {
  createEndedSessionsCache,
  type EndedSessionsCache,
} from '../modules/learners/ended-sessions-cache.ts'
import { createLearnerExportRepository } from '../modules/learners/learner-export.repository.ts'
import { createLearnersRepository, type LearnersRepository } from '../modules/learners/learners.repository.ts'
import { createLearnersRoutes } from '../modules/learners/learners.routes.ts'
import { createLibraryRoutes } from '../modules/library/library.routes.ts'
import { createMarksRepository } from '../modules/library/marks.repository.ts'
import { createStatusesRepository } from '../modules/library/statuses.repository.ts'
import { createLiveRepository } from '../modules/live/live.repository.ts'
import { createLiveRoutes } from '../modules/live/live.routes.ts'
import { createLiveFollower } from '../modules/live/live-follower.ts'
import { createModerationRepository } from '../modules/moderation/moderation.repository.ts'
import { createModerationRoutes } from '../modules/moderation/moderation.routes.ts'
import { createNotesRepository } from '../modules/notes/notes.repository.ts'
import { createNotesRoutes } from '../modules/notes/notes.routes.ts'
import { createOwnProblemsRepository } from '../modules/own-problems/own-problems.repository.ts'
import { createOwnProblemsRoutes } from '../modules/own-problems/own-problems.routes.ts'
import { refreshPlan } from '../modules/plans/changes/change-plan.ts'
import { createPlansRepository } from '../modules/plans/plans.repository.ts'
import { createPlansRoutes } from '../modules/plans/plans.routes.ts'
import { createProblemsRepository } from '../modules/problems/problems.repository.ts'
import { createProblemsRoutes } from '../modules/problems/problems.routes.ts'
import { createProgressRepository } from '../modules/progress/progress.repository.ts'
import { createProgressRoutes } from '../modules/progress/progress.routes.ts'
import { createRateLimiter } from '../modules/rate-limits/rate-limiter.ts'
import {
  createRateLimitsRepository,
  type RateLimitsRepository,
} from '../modules/rate-limits/rate-limits.repository.ts'
import { createRemindersRepository } from '../modules/reminders/reminders.repository.ts'
import { createRemindersRoutes } from '../modules/reminders/reminders.routes.ts'
import { createRetrievalRepository } from '../modules/retrieval/retrieval.repository.ts'
import { createSettingsRepository } from '../modules/settings/settings.repository.ts'
import { createSettingsRoutes } from '../modules/settings/settings.routes.ts'
import { createLinkLimits } from '../modules/sign-in/link-limits.ts'
import { createSignInRepository } from '../modules/sign-in/sign-in.repository.ts'
import { createSignInRoutes } from '../modules/sign-in/sign-in.routes.ts'
import { createSubmissionsRepository } from '../modules/submissions/submissions.repository.ts'
import { createSubmissionsRoutes } from '../modules/submissions/submissions.routes.ts'
import { createTodayRoutes } from '../modules/today/today.routes.ts'
import {
  createPersonalTokenVerifier,
  type PersonalTokenVerifier,
} from '../modules/tokens/personal-token-verifier.ts'
import { createTokensRepository, type TokensRepository } from '../modules/tokens/tokens.repository.ts'
import { createTokensRoutes } from '../modules/tokens/tokens.routes.ts'
import { createTopicsRepository } from '../modules/topics/topics.repository.ts'
import { createTopicsRoutes } from '../modules/topics/topics.routes.ts'
import { bodyTooLarge, routeNotFound } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { authenticate } from './auth/auth.middleware.ts'
import { findClientAddress } from './client-address.ts'
import { createDocsRoutes } from './docs.ts'
import { createErrorHandler, problemResponse } from './error-handler.ts'
import { createMetricsRoutes, measureRequests } from './metrics.ts'
import { createRequestLimits } from './rate-limit.ts'
import { requestLog } from './request-log.ts'
import { traceRequests } from './tracing.ts'

const BODY_MAX = 64 * 1024

/** Beyond a model's own time: what is written down before and after it. */
const TURN_MARGIN_SECONDS = 30

/** Only where a body may come: looking for one has Node's request made into a web request, which reads do not need. */
const limitBody = bodyLimit({
  maxSize: BODY_MAX,
  onError: () => {
    throw bodyTooLarge(BODY_MAX)
  },
})

/** Reads bring no body, and the route that takes a file to import has a limit of its own. */
function needsNoLimit({ method, path }: HonoRequest): boolean {
  return method === 'GET' || method === 'HEAD' || path === '/v1/me/import'
}

export type AppType = ReturnType<typeof createRoutes>

/** The whole API as one Hono app: middleware once, then the routes of every feature. */
export function createApp(deps: AppDependencies): Hono<AppEnv> {
  const learners = createLearnersRepository({ db: deps.db })
  const endedSessions = createEndedSessionsCache({ learners, clock: deps.clock })
  const counters = createRateLimitsRepository({ db: deps.db })
  const tokens = createTokensRepository({ db: deps.db })
  const verifyPersonalToken = createPersonalTokenVerifier({ ...deps, tokens })
  const { limitAddress, limitCaller } = createRequestLimits({ ...deps, counters })
  const routes = createRoutes(deps, { learners, endedSessions, counters, tokens, verifyPersonalToken })
  const app = new Hono<AppEnv>().use(requestId({ limitLength: 64 }))
  if (deps.traced) app.use(traceRequests)
  if (deps.logger.isLevelEnabled('info')) app.use(requestLog(deps.logger))
  app
    .use(measureRequests(deps.metrics))
    .use((c, next) => (needsNoLimit(c.req) ? next() : limitBody(c, next)))
    .use('/v1/*', findClientAddress(deps))
    .use('/v1/*', limitAddress)
    .use('/v1/*', authenticate({ ...deps, endedSessions, verifyPersonalToken }))
    .use('/v1/*', limitCaller)
    .route('/', createDocsRoutes(routes))
    .route('/', createMetricsRoutes(deps))
    .route('/', routes)
  app.onError(createErrorHandler(deps.logger))
  app.notFound((c) => problemResponse(c, routeNotFound()))
  return app
}

function createRoutes(
  deps: AppDependencies,
  {
    learners,
    endedSessions,
    counters,
    tokens,
    verifyPersonalToken,
  }: {
    learners: LearnersRepository
    endedSessions: EndedSessionsCache
    counters: RateLimitsRepository
    tokens: TokensRepository
    verifyPersonalToken: PersonalTokenVerifier
  },
) {
  const { db, readDb, catalogue, clock, logger, embedder, generator, limits, moderators, life } = deps
  const topics = createTopicsRepository({ db, readDb })
  const problems = createProblemsRepository({ db, readDb, catalogue })
  const exercises = createExercisesRepository({ readDb })
  const submissions = createSubmissionsRepository({ db })
  const ownProblems = createOwnProblemsRepository({ db })
  const notes = createNotesRepository({ db })
  const comments = createCommentsRepository({ db, readDb })
  const moderation = createModerationRepository({ db })
  const attempts = createAttemptsRepository({ db })
  const stored = createLearnerExportRepository({ db })
  const intakes = createIntakeRepository({ db })
  const learnerDays = createLearnerDayRepository({ db })
  const plans = createPlansRepository({ db })
  const retrieval = createRetrievalRepository({ db })
  const signIn = createSignInRepository({ db })
  const imports = createImportsRepository({ db })
  const importLimiter = createRateLimiter({
    name: 'import',
    limit: IMPORTS_PER_MINUTE,
    windowSeconds: 60,
    counters,
    clock,
    logger,
  })
  const daily = createDailyHints({
    limit: limits.hintsPerDay,
    turnSeconds: deps.modelSeconds + TURN_MARGIN_SECONDS,
    counters,
    clock,
  })
  const calendars = createCalendarRepository({ db })
  const reminders = createRemindersRepository({ db })
  const library = {
    library: deps.library,
    catalogue,
    marks: createMarksRepository({ db }),
    statuses: createStatusesRepository({ db }),
    problems,
  }
  const follower = createLiveFollower({ live: createLiveRepository({ db }), logger })
  return new Hono<AppEnv>()
    .route('/', createHealthRoutes({ db }))
    .route('/', createTopicsRoutes({ topics, catalogue }))
    .route('/', createProblemsRoutes({ problems }))
    .route('/', createLibraryRoutes(library))
    .route('/', createExercisesRoutes({ exercises, problems }))
    .route(
      '/',
      createInterviewsRoutes({
        interviews: createInterviewsRepository({ db }),
        catalogue,
        exercises,
        problems,
        submissions,
        clock,
      }),
    )
    .route('/', createCodeDraftsRoutes({ drafts: createCodeDraftsRepository({ db }), problems }))
    .route('/', createSubmissionsRoutes({ submissions, problems, clock }))
    .route(
      '/',
      createHintsRoutes({
        hints: createHintsRepository({ db }),
        exercises,
        problems,
        submissions,
        hinter: deps.hinter,
        guard: deps.guard,
        daily,
        clock,
        logger,
      }),
    )
    .route('/', createCommentsRoutes({ comments, problems, perMinute: limits.commentsPerMinute }))
    .route('/', createModerationRoutes({ moderation, moderators }))
    .route('/', createOwnProblemsRoutes({ ownProblems, problems, catalogue }))
    .route('/', createNotesRoutes({ notes, problems }))
    .route('/', createAttemptsRoutes({ attempts, problems, clock }))
    .route(
      '/',
      createLearnersRoutes({
        endedSessions,
        learners,
        stored,
        tokens: verifyPersonalToken,
        clock,
      }),
    )
    .route('/', createImportsRoutes({ imports, catalogue, embedder, clock, limiter: importLimiter }))
    .route(
      '/',
      createHistoryRoutes({
        history: createHistoryRepository({ db }),
        attempts,
        learnerDays,
        catalogue,
        clock,
      }),
    )
    .route('/', createDownloadsRoutes({ downloads: createDownloadsRepository({ db }), plans, clock }))
    .route(
      '/',
      createIntakeRoutes({
        intakes,
        learnerDays,
        catalogue,
        embedder,
        embedLater: deps.embedLater,
        clock,
        refreshPlan: (options) => refreshPlan({ ...options, deps: life }),
      }),
    )
    .route('/', createPlansRoutes({ plans, intakes, catalogue, retrieval, clock }))
    .route(
      '/',
      createGenerationsRoutes({ generator, intakes, plans, plansPerDay: limits.plansPerDay, clock, logger }),
    )
    .route(
      '/',
      createSignInRoutes({ signIn, limits: createLinkLimits({ limits, counters, clock, logger }), clock }),
    )
    .route('/', createTodayRoutes(life))
    .route('/', createLiveRoutes({ follower }))
    .route(
      '/',
      createSettingsRoutes({ settings: createSettingsRepository({ db }), life, hasModel: deps.hasModel }),
    )
    .route('/', createBreaksRoutes({ breaks: createBreaksRepository({ db }), life }))
    .route(
      '/',
      createProgressRoutes({ progress: createProgressRepository({ db }), plans, life, roles: readRoles() }),
    )
    .route('/', createCalendarRoutes({ calendars, plans, learnerDays, webUrl: deps.webUrl, clock }))
    .route('/', createTokensRoutes({ tokens, verifyPersonalToken, clock }))
    .route('/', createRemindersRoutes({ reminders, learnerDays, available: deps.canMail, clock }))
}
