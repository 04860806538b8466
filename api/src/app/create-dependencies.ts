import type { Database } from '@codify/db'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { createCatalogueRepository } from '../modules/catalogue/catalogue.repository.ts'
import { createCatalogueCache } from '../modules/catalogue/catalogue-cache.ts'
import { vectorLengthOf } from '../modules/embeddings/dimensions.models.ts'
import { embedUntil } from '../modules/embeddings/embed-until.ts'
import type { Embedder } from '../modules/embeddings/embeddings.models.ts'
import { guardEmbedder } from '../modules/embeddings/guarded-embedder.ts'
import { createLocalEmbedder } from '../modules/embeddings/local-embedder.ts'
import { createOpenAiEmbedder } from '../modules/embeddings/openai-embedder.ts'
import { generatePlan } from '../modules/generations/generate-plan.ts'
import { createGenerationSignals } from '../modules/generations/generation-signals.ts'
import { startGenerationWorker } from '../modules/generations/generation-worker.ts'
import { createGenerationsRepository } from '../modules/generations/generations.repository.ts'
import { createOpenAiHinter, type Hinter } from '../modules/hints/openai-hinter.ts'
import { createIntakeRepository } from '../modules/intake/intake.repository.ts'
import { createIntakeEmbedder } from '../modules/intake/intake-embedder.ts'
import { createLearnersRepository } from '../modules/learners/learners.repository.ts'
import { createLibraryReader } from '../modules/library/library.ts'
import { createSettingsRepository } from '../modules/maintenance/settings.repository.ts'
import { startSweeper } from '../modules/maintenance/sweeper.ts'
import { createModelClient } from '../modules/model-client/model-client.ts'
import { createModelGuard, type ModelGuard } from '../modules/model-guard/model-guard.ts'
import { createModelSwitch, MODEL_SETTING } from '../modules/model-guard/model-switch.ts'
import { createModelUsageRepository } from '../modules/model-guard/model-usage.repository.ts'
import { createPlanChangesRepository } from '../modules/plans/changes/plan-changes.repository.ts'
import { createPlansRepository } from '../modules/plans/plans.repository.ts'
import { createOpenAiProposer, type Proposer } from '../modules/proposals/openai-proposer.ts'
import { createRateLimiter } from '../modules/rate-limits/rate-limiter.ts'
import { createRateLimitsRepository } from '../modules/rate-limits/rate-limits.repository.ts'
import type { Mailer } from '../modules/reminders/mailer.ts'
import { startReminderWorker } from '../modules/reminders/reminder-worker.ts'
import { createRemindersRepository } from '../modules/reminders/reminders.repository.ts'
import { createRetrievalRepository } from '../modules/retrieval/retrieval.repository.ts'
import { embedKnowledge } from '../modules/retrieval/retrieval.usecases.ts'
import { createReviewsRepository } from '../modules/reviews/reviews.repository.ts'
import { createSignInRepository } from '../modules/sign-in/sign-in.repository.ts'
import { createTodayRepository } from '../modules/today/today.repository.ts'
import { getToday } from '../modules/today/today.usecases.ts'
import type { Clock } from '../shared/clock.ts'
import type { Slot } from '../shared/gate.ts'
import type { AppDependencies } from './app-dependencies.ts'
import type { TokenVerifier } from './auth/token-verifier.ts'
import { createMetrics, measureHinter, measureProposer } from './metrics.ts'
import { traceGeneration } from './tracing.ts'

/** Assumed model timeout where no model is configured. */
const MODEL_SECONDS = 60

/**
 * Builds what the app needs from an open database and the configuration, and starts the background work.
 * `proposer`, `embedder` and `hinter` take the place of those that `model` names.
 */
export function createDependencies(options: {
  database: Database
  clock: Clock
  logger: Logger
  verifyToken: TokenVerifier
  model: Config['model']
  limits: Config['limits']
  moderators: Config['moderators']
  trustedProxies?: number
  traced?: boolean
  connections?: AppDependencies['connections']
  metricsToken?: string | undefined
  webUrl?: string
  /** Absent: no mail can be sent. */
  mailer?: Mailer | undefined
  /** Answers `off` when an operator turned the model off; absent: a setting in the database decides. */
  readModelSwitch?: (() => Promise<string | undefined>) | undefined
  proposer?: Proposer | undefined
  embedder?: Embedder | undefined
  hinter?: Hinter | undefined
  catalogueFreshMs?: number | undefined
}): { deps: AppDependencies; stop: () => Promise<void> } {
  const { database, clock, logger, verifyToken, limits, moderators, metricsToken } = options
  const { trustedProxies = 0, traced = false, mailer } = options
  const { webUrl = 'http://localhost:3000' } = options
  const { db, readDb, workDb } = database
  const metrics = createMetrics({ database })
  const settings = createSettingsRepository({ db })
  const counters = createRateLimitsRepository({ db })
  const guard = createModelGuard({
    usage: createModelUsageRepository({ db }),
    modelSwitch: createModelSwitch({
      read: options.readModelSwitch ?? (() => settings.read({ key: MODEL_SETTING })),
      clock,
      logger,
    }),
    learnerLimit: createRateLimiter({
      name: 'model',
      limit: limits.modelCallsPerLearner,
      windowSeconds: 24 * 60 * 60,
      isExact: true,
      counters,
      clock,
      logger,
    }),
    limits,
    clock,
    logger,
    onUsage: metrics.countModelUse,
  })
  const fromModel = options.model && createModelPorts({ model: options.model, guard, clock, logger })
  const proposer = options.proposer ?? fromModel?.proposer
  const hinter = options.hinter ?? fromModel?.hinter
  const embedder = options.embedder ?? fromModel?.embedder ?? createLocalEmbedder()

  const catalogue = createCatalogueCache({
    catalogue: createCatalogueRepository({ readDb }),
    freshMs: options.catalogueFreshMs,
  })
  const generations = createGenerationsRepository({ db })
  const retrieval = createRetrievalRepository({ db })
  const signals = createGenerationSignals()
  const measured = proposer && measureProposer({ proposer, metrics })
  const planDeps = {
    generations: createGenerationsRepository({ db: workDb }),
    intakes: createIntakeRepository({ db: workDb }),
    plans: createPlansRepository({ db: workDb }),
    catalogue,
    retrieval: createRetrievalRepository({ db: workDb }),
    guard,
    signals,
    clock,
    onEnd: (outcome: string) => metrics.generations.inc({ outcome }),
  }
  const stopping = new AbortController()
  const embedderToStop = embedUntil(stopping.signal, embedder)
  const worker = startGenerationWorker({
    generations,
    logger,
    generate: ({ claim, signal, slot }) =>
      traceGeneration(claim, () => {
        const end = metrics.generationSeconds.startTimer()
        const deps = { ...planDeps, ...portsOutside({ slot, embedder: embedderToStop, proposer: measured }) }
        return generatePlan({ claim, signal, deps }).finally(end)
      }),
  })
  const embedding = embedKnowledge({ retrieval, embedder: embedderToStop }).catch((err: unknown) =>
    logger.warn({ err }, 'the knowledge notes could not be embedded; the next start tries again'),
  )

  const intakes = createIntakeRepository({ db })
  const intakeEmbedder = createIntakeEmbedder({
    intakes,
    embedder: embedderToStop,
    signal: stopping.signal,
    logger,
  })

  const life = {
    days: createTodayRepository({ db }),
    planChanges: createPlanChangesRepository({ db }),
    reviews: createReviewsRepository({ db }),
    intakes,
    retrieval,
    catalogue,
    clock,
  }
  const reminders = createRemindersRepository({ db })
  const learners = createLearnersRepository({ db })
  const reminding =
    mailer &&
    startReminderWorker({
      reminders,
      mailer,
      readToday: (learnerId) => getToday({ learnerId, deps: life }),
      webUrl,
      clock,
      logger,
    })
  const sweeper = startSweeper({
    isDue: () => settings.takeTurn({ key: 'sweep', everySeconds: 3600, now: clock() }),
    sweeps: {
      rate_counters: counters.sweep,
      sign_in_tokens: createSignInRepository({ db }).sweep,
      learner_sessions: learners.sweepSessions,
      ended_sessions: learners.sweepEndedSessions,
      reminder_sends: reminders.sweep,
    },
    clock,
    logger,
  })

  const generator = { generations, signals, wake: worker.wake }
  const shared = {
    db,
    readDb,
    catalogue,
    library: createLibraryReader(),
    clock,
    logger,
    verifyToken,
    metrics,
    embedder,
    generator,
  }
  const deps = {
    ...shared,
    embedLater: intakeEmbedder.embedLater,
    limits,
    moderators,
    trustedProxies,
    metricsToken,
    traced,
    connections: options.connections,
    life,
    webUrl,
    canMail: mailer !== undefined,
    hasModel: proposer !== undefined,
    hinter: hinter && measureHinter({ hinter, metrics }),
    guard,
    modelSeconds: options.model?.timeoutSeconds ?? MODEL_SECONDS,
  }
  const stop = async () => {
    await sweeper.stop()
    await reminding?.stop()
    const worked = worker.stop()
    stopping.abort(new Error('shutting down'))
    await Promise.all([worked, intakeEmbedder.ended(), embedding])
  }
  return { deps, stop }
}

/** A generation that waits for a model leaves its place at work to another. */
function portsOutside({
  slot,
  embedder,
  proposer,
}: {
  slot: Slot
  embedder: Embedder
  proposer: Proposer | undefined
}): { embedder: Embedder; proposer: Proposer | undefined } {
  return {
    embedder: { ...embedder, embed: (...args) => slot.outside(() => embedder.embed(...args)) },
    proposer: proposer && ((options) => slot.outside(() => proposer(options))),
  }
}

function createModelPorts({
  model,
  guard,
  clock,
  logger,
}: {
  model: NonNullable<Config['model']>
  guard: ModelGuard
  clock: Clock
  logger: Logger
}) {
  const local = createLocalEmbedder()
  const { timeoutSeconds } = model
  const client = createModelClient({ apiKey: model.apiKey, baseUrl: model.baseUrl, clock })
  const length = vectorLengthOf(model.embeddingName, model.embeddingDimensions)
  return {
    proposer: createOpenAiProposer({ client, model: model.name, timeoutSeconds, logger }),
    hinter: createOpenAiHinter({ client, model: model.name, timeoutSeconds, logger }),
    embedder: guardEmbedder({
      embedder: createOpenAiEmbedder({ client, model: model.embeddingName, length, fallback: local, logger }),
      fallback: local,
      guard,
      logger,
    }),
  }
}
