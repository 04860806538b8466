import { expect } from 'vitest'
import { z } from 'zod'
import { type ProblemDetails, problemDetailsSchema } from '../shared/schemas.ts'
import type { TestApi } from './testing.ts'

type CallOptions = Parameters<TestApi['call']>[2]

/** The body of an answer that must have this status and match its schema, with nothing beside it. */
export async function readAnswer<Schema extends z.ZodType>(
  response: Response,
  { status, schema }: { status: number; schema: Schema },
): Promise<z.output<Schema>> {
  const body: unknown = await response.json()
  expect({ status: response.status, body }).toEqual({ status, body: expect.anything() })
  const parsed = schema.parse(body)
  expect(body).toEqual(parsed)
  return parsed
}

/** The problem details of an answer that must be a refusal with this status and code. */
export async function readProblem(
  response: Response,
  { status, code }: { status: number; code: string },
): Promise<ProblemDetails> {
  const problem = problemDetailsSchema.parse(await response.json())
  expect(problem).toMatchObject({ status, code })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return problem
}

/** Follows `next_cursor` to the end of a list and returns the items of every page. */
export async function readAllPages<Item extends z.ZodType>(
  api: TestApi,
  path: string,
  options: { item: Item; limit: number } & CallOptions,
): Promise<z.output<Item>[]> {
  const { item, limit, ...call } = options
  const page = z.object({ items: z.array(item).max(limit), next_cursor: z.string().nullable() })
  const items: z.output<Item>[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) })
    const response = await api.call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`, call)
    const answer: z.output<typeof page> = await readAnswer(response, { status: 200, schema: page })
    items.push(...answer.items)
    cursor = answer.next_cursor
  } while (cursor !== null)
  return items
}
