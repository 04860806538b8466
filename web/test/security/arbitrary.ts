import fc from 'fast-check'
import { z } from 'zod'

export type Schema = Record<string, unknown>
const schemaSchema = z.record(z.string(), z.unknown())
const MAX_DEPTH = 8

export function asSchema(value: unknown): Schema {
  const parsed = schemaSchema.safeParse(value)
  return parsed.success ? parsed.data : {}
}

/** Values that a JSON schema of the document allows, or nearly: limits of text and number are tried on both sides. */
export function fromSchema(given: unknown, refs: Schema, depth = 0): fc.Arbitrary<unknown> {
  const schema = asSchema(given)
  if (depth > MAX_DEPTH) return fc.constant(null)
  const inner = (part: unknown) => fromSchema(part, refs, depth + 1)
  if (typeof schema.$ref === 'string') return inner(refs[schema.$ref.split('/').at(-1) ?? ''])
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  for (const key of ['anyOf', 'oneOf'])
    if (Array.isArray(schema[key])) return fc.oneof(...schema[key].map(inner))
  if (Array.isArray(schema.allOf))
    return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => inner({ ...schema, type })))
  switch (schema.type) {
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return number(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(inner(schema.items), { maxLength: Math.min(Number(schema.maxItems ?? 5), 8) })
    case 'object':
      return object(schema, inner)
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

/** Values that are not allowed: other types, wild text, numbers at the edge, deep nests, odd keys. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    null,
    '',
    -0,
    2 ** 53,
    -1e308,
    '\0',
    '\ud800',
    "' or 1=1 --",
    '../../',
    '{{7*7}}',
    '%s%n',
    'NaN',
    [],
    {},
  ),
  fc.constant('x'.repeat(5_000)),
  fc.constant({ __proto__: null, constructor: { prototype: 1 } }),
)

function text(schema: Schema): fc.Arbitrary<unknown> {
  const known = fc.constantFrom('two-sum', 'trees', 'arrays-hashing', 'UTC', '2027-01-04', 'Ada')
  const wild = fc.string({ unit: 'grapheme', maxLength: Math.min(Number(schema.maxLength ?? 60), 80) + 2 })
  const exact: fc.Arbitrary<string>[] = []
  if (schema.format === 'uuid') exact.push(fc.uuid())
  if (schema.format === 'date-time')
    exact.push(
      fc
        .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    )
  if (schema.format === 'uri') exact.push(fc.webUrl())
  if (typeof schema.pattern === 'string' && schema.pattern.length < 120) {
    try {
      exact.push(fc.stringMatching(new RegExp(schema.pattern)))
    } catch {
      // A pattern that cannot be turned round leaves the wild ones.
    }
  }
  return fc.oneof(...exact, ...exact, known, wild)
}

function number(schema: Schema): fc.Arbitrary<unknown> {
  const least = Math.max(Number(schema.minimum ?? -10), -1e9)
  const most = Math.min(Number(schema.maximum ?? 100), 1e9)
  const whole = fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.floor(most)) })
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: fc.constantFrom(least - 1, most + 1, 0.5) },
  )
}

function object(schema: Schema, inner: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = asSchema(schema.properties)
  const entries = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)]))
  const required = z.array(z.string()).safeParse(schema.required)
  const requiredKeys = (required.data ?? []).filter((name) => name in entries)
  if (Object.keys(entries).length === 0 && schema.additionalProperties)
    return fc.dictionary(fc.constantFrom('trees', 'graphs', 'stack', 'x'), inner(schema.additionalProperties))
  return fc.record(entries, { requiredKeys })
}
