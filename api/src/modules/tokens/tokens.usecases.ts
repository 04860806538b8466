import type { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { Learner } from '../../shared/request-env.ts'
import type { PersonalTokenCache } from './personal-token-verifier.ts'
import { expiryInThePast, tokenNotFound, tooManyTokens } from './tokens.errors.ts'
import { hashToken, newToken, prefixOf } from './tokens.models.ts'
import type { TokensRepository } from './tokens.repository.ts'
import {
  type createTokenSchema,
  type NewToken,
  TOKEN_DEFAULT_DAYS,
  TOKENS_MAX,
  type Token,
} from './tokens.schemas.ts'

const DAY_MS = 86_400_000

export async function listTokens(options: {
  learnerId: string
  tokens: TokensRepository
  clock: Clock
}): Promise<{ items: Token[] }> {
  const rows = await options.tokens.list(options)
  return { items: rows.map((row) => toToken(row, options.clock())) }
}

/**
 * Makes a personal token. The answer has the token itself, which is not stored.
 *
 * @throws 400 when it would end in the past, 409 `token.too_many` when the learner has twenty
 */
export async function createToken(options: {
  learner: Learner
  asked: z.output<typeof createTokenSchema>
  tokens: TokensRepository
  clock: Clock
}): Promise<NewToken> {
  const { learner, asked, tokens, clock } = options
  const now = clock()
  const expiresAt = endOf(asked.expires_at, now)
  if (expiresAt !== null && expiresAt <= now) throw expiryInThePast()
  const token = newToken()
  const row = await tokens.create({
    learnerId: learner.id,
    learnerName: learner.name,
    token: {
      name: asked.name,
      prefix: prefixOf(token),
      hash: hashToken(token),
      scopes: asked.scopes,
      expiresAt,
    },
    sessionBegan: new Date(learner.authTime * 1000),
    max: TOKENS_MAX,
    now,
  })
  if (!row) throw tooManyTokens()
  return { ...toToken(row, now), token }
}

/** @throws 404 `token.not_found` for one that is not the learner's */
export async function getToken(options: {
  learnerId: string
  id: string
  tokens: TokensRepository
  clock: Clock
}): Promise<Token> {
  const row = await options.tokens.find(options)
  if (!row) throw tokenNotFound()
  return toToken(row, options.clock())
}

/** @throws 404 `token.not_found` for one that is not the learner's */
export async function revokeToken(options: {
  learnerId: string
  id: string
  tokens: TokensRepository
  cache: PersonalTokenCache
}): Promise<void> {
  const { learnerId, tokens, cache } = options
  const removed = await tokens.remove(options)
  cache.forgetLearner(learnerId)
  if (!removed) throw tokenNotFound()
}

function endOf(asked: string | null | undefined, now: Date): Date | null {
  if (asked === null) return null
  return asked === undefined ? new Date(now.getTime() + TOKEN_DEFAULT_DAYS * DAY_MS) : new Date(asked)
}

type Row = Awaited<ReturnType<TokensRepository['list']>>[number]

function toToken({ created_at, expires_at, ...row }: Row, now: Date): Token {
  return {
    ...row,
    created_at: created_at.toISOString(),
    expires_at: expires_at?.toISOString() ?? null,
    expired: expires_at !== null && expires_at <= now,
  }
}
