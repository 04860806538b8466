import type { Logger } from 'pino'
import { z } from 'zod'
import type { Prompt } from '../model-client/dialect.models.ts'
import { findJson } from '../model-client/find-json.models.ts'
import type { ModelClient } from '../model-client/model-client.ts'
import { AnswerError } from '../model-client/model-failures.ts'
import { createEchoWatch } from '../model-client/prompt-echo.models.ts'
import type { Proposal } from '../plans/plans.facts.ts'
import { type ModelAnswer, proposalSchema } from './proposals.schemas.ts'

/** Asks a model for a plan, once. It never throws for what a model or its server does: that is an answer too. */
export type Proposer = (options: { prompt: Prompt; signal: AbortSignal }) => Promise<ModelAnswer>

export const planShape = { name: 'plan', schema: z.toJSONSchema(proposalSchema) }

/** The one model call of a generation; `timeoutSeconds` over all tries together. */
export function createOpenAiProposer({
  client,
  model,
  timeoutSeconds,
  logger,
}: {
  client: ModelClient
  model: string
  timeoutSeconds: number
  logger: Logger
}): Proposer {
  return async ({ prompt, signal }) => {
    const timeoutMs = timeoutSeconds * 1000
    const answer = await client.ask({ model, prompt, shape: planShape, timeoutMs, signal })
    if (!answer.ok) signal.throwIfAborted()
    const { usage } = answer
    const proposal = answer.ok ? findJson(answer.text, proposalSchema) : undefined
    if (proposal) return { ok: true, model, proposal: withoutEchoes(proposal, prompt), usage }
    const reason = answer.ok ? 'unreadable' : answer.reason
    const err = answer.ok ? new AnswerError(reason) : answer.error
    logger.warn({ err, model, reason }, 'the model gave no usable plan')
    return { ok: false, model, reason, usage }
  }
}

/** Sentences that repeat our instructions count as none. */
function withoutEchoes({ weeks }: Proposal, { system }: Prompt): Proposal {
  const clean = (text: string) => {
    const watch = createEchoWatch(system)
    watch.push(text)
    return watch.hasEcho() ? '' : text
  }
  return {
    weeks: weeks.map(({ theme, days }) => ({
      theme: clean(theme),
      days: days.map(({ problems }) => ({
        problems: problems.map(({ id, reason }) => ({ id, reason: clean(reason) })),
      })),
    })),
  }
}
