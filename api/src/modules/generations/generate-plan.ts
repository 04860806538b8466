import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../shared/clock.ts'
import { isDatabaseFault } from '../../shared/database-faults.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import { ensureEmbedding } from '../intake/intake.usecases.ts'
import { isServerFailure } from '../model-client/model-failures.ts'
import type { ModelGuard } from '../model-guard/model-guard.ts'
import { planWindow } from '../plans/known/calendar.ts'
import { makePlan } from '../plans/make/planner.ts'
import { PlanningError } from '../plans/planning-error.ts'
import type { PlanFacts } from '../plans/plans.facts.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import type { PlanJson } from '../plans/plans.schemas.ts'
import type { Proposer } from '../proposals/openai-proposer.ts'
import { buildPrompt } from '../proposals/prompt.models.ts'
import { type ModelAnswer, type ModelFailure, modelAnswerSchema } from '../proposals/proposals.schemas.ts'
import { rankCandidates } from '../retrieval/retrieval.models.ts'
import type { RetrievalRepository } from '../retrieval/retrieval.repository.ts'
import { gatherFacts } from '../retrieval/retrieval.usecases.ts'
import type { GenerationSignals } from './generation-signals.ts'
import type { Claim, GenerationsRepository } from './generations.repository.ts'
import type { GenerationEvent } from './generations.schemas.ts'

const CANDIDATES = 120
const KEEP_TRIES = 3

/** Resolves when these and all before them are written. */
type Tell = (...events: GenerationEvent[]) => Promise<unknown>

export type GeneratePlanDeps = {
  generations: GenerationsRepository
  intakes: IntakeRepository
  plans: PlansRepository
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  embedder: Embedder
  /** Absent: the rules alone make the plan. */
  proposer: Proposer | undefined
  guard: ModelGuard
  signals: GenerationSignals
  clock: Clock
  /** Told how each generation ended: its plan's source, or `failed`. */
  onEnd: (outcome: PlanJson['source'] | 'failed') => void
}

/**
 * Makes one plan in named steps: embed, retrieve, rank, prompt, complete, verify, save. Each step is told to whoever
 * follows; taken up again after a crash it uses the model answer that was kept.
 */
export async function generatePlan({
  claim,
  signal,
  deps,
}: {
  claim: Claim
  signal: AbortSignal
  deps: GeneratePlanDeps
}): Promise<void> {
  const { generations, intakes, plans, catalogue, retrieval, clock } = deps
  const learnerId = claim.learner_id
  // Only the model and the end wait for what was told; what cannot be told ends the generation there.
  let told: Promise<unknown> = Promise.resolve()
  const tell: Tell = (...events) => {
    signal.throwIfAborted()
    const telling = generations.appendEvents({ claim, events }).then(() => deps.signals.notify(claim.id))
    told = Promise.all([told, telling])
    told.catch(() => {})
    return told
  }
  const fail = async (code: string, detail: string) => {
    await told
    await generations.fail({ claim, code, detail })
    deps.signals.notifyEnd(claim.id)
    deps.onEnd('failed')
  }

  const found = await intakes.findEmbedded({ learnerId })
  if (!found) return fail('plan.intake_missing', 'Answer the questionnaire first.')

  tell({ type: 'stage', stage: 'embed', detail: 'Reading your answers' })
  const { intake } = found
  await ensureEmbedding({ learnerId, ...found, intakes, embedder: deps.embedder })

  tell({
    type: 'stage',
    stage: 'retrieve',
    detail: 'Looking at learners like you and the notes on your topics',
  })
  const factsAt = clock()
  const facts = await gatherFacts({ learnerId, intake, catalogue, retrieval, plans, clock })

  const answer = await completeOnce({ claim, facts, signal, tell, deps })

  tell({ type: 'stage', stage: 'verify', detail: 'Checking every rule and fitting the days' })
  const plan = planOrProblem({ claim, facts, answer })
  if (plan instanceof PlanningError) return fail('plan.nothing_to_plan', plan.message)
  await told
  signal.throwIfAborted()
  await generations.finish({ claim, plan, factsAt })
  deps.signals.notifyEnd(claim.id)
  deps.onEnd(plan.source)
}

/** The one model call, or the answer that an earlier worker already got for this generation. */
async function completeOnce({
  claim,
  facts,
  signal,
  tell,
  deps,
}: {
  claim: Claim
  facts: PlanFacts
  signal: AbortSignal
  tell: Tell
  deps: GeneratePlanDeps
}): Promise<ModelAnswer | null> {
  const kept = modelAnswerSchema.safeParse(claim.model_answer)
  if (kept.success) return kept.data

  const ranking = {
    type: 'stage' as const,
    stage: 'rank' as const,
    detail: 'Ranking the problems that fit you',
  }
  if (!deps.proposer) {
    tell(ranking)
    return null
  }
  const refusal = await deps.guard.refusalOf({ kind: 'plan', learnerId: claim.learner_id })
  if (refusal) {
    tell(ranking)
    return { ok: false, model: null, reason: refusal }
  }
  // Of the catalogue alone: what learners add is their words, and not for the model to choose from.
  const { find } = await deps.catalogue.get()
  const candidates = rankCandidates({
    facts,
    problems: facts.problems.filter(({ id }) => find(id) !== undefined),
    limit: CANDIDATES,
  })
  const prompt = buildPrompt({ facts, candidates, weeks: weeksToFill(facts) })
  // Milliseconds lie between these: they are told in one go. The model is not asked before that is written down, so
  // that a process that ends until then has cost nothing.
  await tell(
    ranking,
    { type: 'stage', stage: 'prompt', detail: 'Preparing the question to the model' },
    { type: 'stage', stage: 'complete', detail: 'The model is proposing problems' },
  )
  const answer = await deps.proposer({ prompt, signal })
  await Promise.all([
    keepAnswer({ claim, answer, signal, generations: deps.generations }),
    deps.guard.record({
      kind: 'plan',
      usage: answer.usage,
      works: answer.ok || !isServerFailure(answer.reason),
    }),
  ])
  return answer
}

/** An answer was paid for: a database that fails for a moment does not lose it. */
async function keepAnswer({
  claim,
  answer,
  signal,
  generations,
}: {
  claim: Claim
  answer: ModelAnswer
  signal: AbortSignal
  generations: GenerationsRepository
}): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await generations.saveModelAnswer({ claim, answer })
    } catch (error) {
      if (!isDatabaseFault(error) || tries === KEEP_TRIES) throw error
    }
    await delay(500 * tries, undefined, { signal })
  }
}

function planOrProblem({
  claim,
  facts,
  answer,
}: {
  claim: Claim
  facts: PlanFacts
  answer: ModelAnswer | null
}): PlanJson | PlanningError {
  const note = answer && !answer.ok ? failureNotes[answer.reason] : undefined
  try {
    return makePlan({
      facts,
      proposal: answer?.ok ? answer.proposal : null,
      model: answer?.model ?? null,
      seed: claim.id,
      ...(note ? { note } : {}),
    })
  } catch (error) {
    if (error instanceof PlanningError) return error
    throw error
  }
}

function weeksToFill(facts: PlanFacts): { index: number; study_days: number }[] {
  try {
    return planWindow(facts.intake, facts.today, facts.breaks).weeks.map((week) => ({
      index: week.index,
      study_days: week.studyDays.length,
    }))
  } catch (error) {
    // The planner says it to the learner; the model need not.
    if (error instanceof PlanningError) return []
    throw error
  }
}

const byRules = 'so the rules made this plan on their own. It keeps every promise a plan makes.'
const failureNotes: Record<ModelFailure, string> = {
  timeout: `The model did not answer in time, ${byRules}`,
  refused: `The model declined to answer, ${byRules}`,
  truncated: `The model's answer was cut short, ${byRules}`,
  filtered: `The model's answer was held back by its provider, ${byRules}`,
  unreadable: `The model's answer could not be read, ${byRules}`,
  too_large: `The model's answer was far too long, ${byRules}`,
  question_too_long: `The question was longer than what this model reads at once, ${byRules}`,
  quota: `The account of this Codify with the model's provider has nothing left for now, ${byRules}`,
  rejected: `The model's server did not accept the question, ${byRules}`,
  unreachable: `The model could not be reached, ${byRules}`,
  resting: `The model failed several times in a row and is left alone for half a minute, ${byRules}`,
  turned_off: `The model is turned off for now, ${byRules}`,
  learner_budget: `Your calls to the model are used up for today, ${byRules}`,
  instance_budget: `What this Codify may ask the model in a day is used up, ${byRules}`,
}
