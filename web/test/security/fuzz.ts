import { setTimeout } from 'node:timers/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { z } from 'zod'
import { asSchema, fromSchema, junk, type Schema } from './arbitrary.ts'
import type { Person, Target } from './target.ts'

const AT_ONCE = 12
const PEOPLE = 20
const BUSY_TRIES = 5
/** Ends the session that the next requests need, or makes plans, which takes a machine's whole attention. */
const RARE: Record<string, number> = {
  'DELETE /v1/me': 0.02,
  'POST /v1/me/sign-out-everywhere': 0.02,
  'POST /v1/plans': 0.1,
  'GET /v1/me/export': 0.2,
}

const parameter = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().optional(),
  schema: z.unknown(),
})
const content = z.record(z.string(), z.looseObject({ schema: z.unknown() }))
const operationSchema = z.looseObject({
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: content.optional() })),
})
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
type Operation = z.output<typeof operationSchema> & { name: string; method: string; path: string }
type Fuzzed = { statuses: Map<number, number>; problems: string[] }

/** Sends requests made from the OpenAPI document, whole and spoilt, and holds every answer against it. */
export async function fuzz({
  target,
  requests,
  seed = Date.now(),
}: {
  target: Target
  requests: number
  seed?: number
}): Promise<Fuzzed> {
  const document = documentSchema.parse(await (await target.api('GET', '/openapi.json')).json())
  const refs = document.components.schemas
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
      name: `${method.toUpperCase()} ${path}`,
    })),
  )
  const check = checker(document)
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => target.person(`fuzzer ${i}`)))
  const found: Fuzzed = { statuses: new Map(), problems: [] }
  const shares = operations.map(({ name }) => RARE[name] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const plan = operations.flatMap((operation, index) => {
    const count = Math.ceil((requests * (shares[index] ?? 1)) / total)
    return fc
      .sample(requestOf(operation, refs), { numRuns: count, seed: seed + index })
      .map((request) => ({ operation, request }))
  })
  const queue = shuffle(plan, seed).slice(0, requests)
  console.log(`Fuzzing ${operations.length} operations with the seed ${seed} …`)
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = queue[next++]; item; item = queue[next++]) {
        const person = await personFor({ target, people, operation: item.operation, index: next })
        await send({ target, person, ...item, check, found })
      }
    }),
  )
  return found
}

type FuzzRequest = { path: string; query: string; headers: Record<string, string>; body: string | undefined }

function requestOf(operation: Operation, refs: Schema): fc.Arbitrary<FuzzRequest> {
  const of = (place: string) => operation.parameters.filter((each) => each.in === place)
  const body = operation.requestBody?.content['application/json']?.schema
  const value = (schema: unknown) =>
    fc.oneof({ weight: 5, arbitrary: fromSchema(schema, refs) }, { weight: 1, arbitrary: junk })
  return fc.record({
    path: fc
      .tuple(
        ...of('path').map(({ name, schema }) => fc.tuple(fc.constant(name), placeOf(name, value(schema)))),
      )
      .map((values) => fillIn(operation.path, values)),
    query: fc
      .tuple(
        ...of('query').map(({ name, schema, required }) =>
          fc.tuple(fc.constant(name), required ? value(schema) : fc.option(value(schema), { freq: 3 })),
        ),
      )
      .chain((values) =>
        fc
          .option(fc.tuple(fc.constantFrom('x', 'limit', 'cursor', 'q'), junk), { freq: 20 })
          .map((extra) => toQuery(extra ? [...values, extra] : values)),
      ),
    headers: fc.record(
      {
        'idempotency-key': fc.stringMatching(/^[ -~]{1,80}$/),
        'last-event-id': fc.stringMatching(/^[ -~]{1,20}$/),
      },
      { requiredKeys: [] },
    ),
    body: body === undefined ? fc.constant(undefined) : bodyOf(fromSchema(body, refs)),
  })
}

/** Problems that exist, mostly: what is behind them is to be reached. */
function placeOf(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const known = fc.constantFrom('two-sum', 'valid-anagram', 'group-anagrams', 'contains-duplicate')
  return name === 'slug' ? fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: value }) : value
}

/** Mostly a body as it should be, or with one field spoilt, left out or added; now and then something else entirely. */
function bodyOf(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const spoilt = fc
    .tuple(valid, fc.nat(), junk, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, at, other, how]) => {
      const fields = Object.entries(asSchema(value))
      const chosen = fields[at % Math.max(1, fields.length)]?.[0]
      if (how === 'add' || chosen === undefined) return { ...asSchema(value), extra: other }
      const rest = Object.fromEntries(fields.filter(([name]) => name !== chosen))
      return how === 'remove' ? rest : { ...rest, [chosen]: other }
    })
  const broken = fc.tuple(valid, fc.nat()).map(([value, at]) => {
    const text = JSON.stringify(value) ?? 'null'
    return text.slice(0, at % (text.length + 1))
  })
  const json = (value: unknown) => JSON.stringify(value) ?? 'null'
  return fc.oneof(
    { weight: 6, arbitrary: valid.map(json) },
    { weight: 4, arbitrary: spoilt.map(json) },
    { weight: 1, arbitrary: junk.map(json) },
    { weight: 1, arbitrary: broken },
  )
}

async function send(options: {
  target: Target
  person: Person
  operation: Operation
  request: FuzzRequest
  check: Checker
  found: Fuzzed
}): Promise<void> {
  const { target, person, operation, request, check, found } = options
  const { body, headers } = request
  const ask = () =>
    target.api(operation.method, request.path + request.query, {
      token: person.token,
      headers,
      ...(body === undefined ? {} : { body }),
    })
  let answer = await ask()
  // A busy server says when to come again; one that has failed goes on failing.
  for (let again = 0; again < BUSY_TRIES && answer.status === 503; again++) {
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    if (Number.isNaN(seconds)) break
    await setTimeout(seconds * 1000)
    answer = await ask()
  }
  const type = answer.headers.get('content-type')
  // A stream goes on until it is left.
  const isStream = type?.startsWith('text/event-stream')
  if (isStream) await answer.body?.cancel()
  found.statuses.set(answer.status, (found.statuses.get(answer.status) ?? 0) + 1)
  const wrong = check({
    operation,
    status: answer.status,
    type,
    text: isStream ? '' : await answer.text(),
  })
  if (wrong)
    found.problems.push(
      `${operation.name} ${request.path}${request.query} ${body?.slice(0, 200) ?? ''} → ${answer.status}: ${wrong}`.slice(
        0,
        700,
      ),
    )
}

type Checker = (options: {
  operation: Operation
  status: number
  type: string | null
  text: string
}) => string | undefined

/** Returns a checker of answers against the document; it returns undefined for a good one. */
function checker(document: z.output<typeof documentSchema>): Checker {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  ajv.addSchema({ $id: 'doc', ...document })
  return ({ operation, status, type, text }) => {
    if (status >= 500) return `the server failed: ${text.slice(0, 200)}`
    const documented = operation.responses[String(status)]
    if (!documented) return `the status is not in the document: ${text.slice(0, 200)}`
    const media = type?.split(';')[0] ?? ''
    if (!documented.content)
      return text === '' ? undefined : 'there is a body that the document does not name'
    if (!documented.content[media]) return `the content type ${type} is not in the document`
    if (!media.endsWith('json')) return undefined
    const path = [
      'doc#',
      'paths',
      operation.path,
      operation.method.toLowerCase(),
      'responses',
      String(status),
      'content',
      media,
      'schema',
    ]
    const validate = ajv.getSchema(
      path
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/')
        .replace('doc%23', 'doc#'),
    )
    if (!validate) return 'its schema was not found'
    return validate(JSON.parse(text))
      ? undefined
      : `off its schema: ${ajv.errorsText(validate.errors).slice(0, 200)}`
  }
}

/** A throw-away person where the request ends the session. */
async function personFor(options: {
  target: Target
  people: Person[]
  operation: Operation
  index: number
}): Promise<Person> {
  const { target, people, operation, index } = options
  if (/^(DELETE \/v1\/me|POST \/v1\/me\/sign-out-everywhere)$/.test(operation.name))
    return target.person('passing')
  const person = people[index % people.length]
  if (!person) throw new Error('there is nobody')
  return person
}

function fillIn(template: string, values: [string, unknown][]): string {
  return values.reduce(
    (path, [name, value]) => path.replace(`{${name}}`, encodeURIComponent(plain(value)) || 'x'),
    template,
  )
}

function toQuery(values: [string, unknown][]): string {
  const query = new URLSearchParams()
  for (const [name, value] of values) {
    if (value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, plain(one))
  }
  return query.size > 0 ? `?${query}` : ''
}

/** Text as an address can carry it; two dots alone would climb. */
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text
    .toWellFormed()
    .slice(0, 2_000)
    .replace(/^\.{1,2}$/, 'dots')
}

function shuffle<Item>(items: Item[], seed: number): Item[] {
  let state = seed >>> 0
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
