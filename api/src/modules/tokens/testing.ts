import type { TestApi, TestLearner } from '../../app/testing.ts'
import { readAnswer } from '../../app/testing-answers.ts'
import { scopeNames, type TokenScope } from '../../shared/token-scopes.ts'
import { type NewToken, newTokenSchema } from './tokens.schemas.ts'

/** A personal token of the learner, of every scope unless some are named. */
export async function makeToken(
  api: TestApi,
  learner: TestLearner,
  options: { scopes?: TokenScope[]; name?: string; expires_at?: string | null } = {},
): Promise<NewToken> {
  const { scopes = scopeNames, name = 'Laptop', ...rest } = options
  const response = await api.call('POST', '/v1/tokens', { learner, body: { name, scopes, ...rest } })
  return readAnswer(response, { status: 201, schema: newTokenSchema })
}
