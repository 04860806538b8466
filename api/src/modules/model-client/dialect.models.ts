/** A question to a model: our instructions, and what they are about. */
export type Prompt = { system: string; user: string }

/** The shape that an answer must have, as JSON Schema. */
export type Shape = { name: string; schema: Record<string, unknown> }

export type Question = {
  prompt: Prompt
  /** Absent: the answer is free text. */
  shape?: Shape
  /** The most that a model may write, its thinking included. */
  tokensMax?: number
  stream?: boolean
}

/** Levels of support for each feature of the chat completions protocol, best first. */
const rungs = {
  format: ['json_schema', 'json_object', 'none'],
  limit: ['max_completion_tokens', 'max_tokens', 'none'],
  usage: ['stream_options', 'none'],
  delivery: ['stream', 'none'],
  instructions: ['system', 'none'],
} as const
type Capability = keyof typeof rungs
export type Dialect = { [Name in Capability]: (typeof rungs)[Name][number] }

export const fullDialect: Dialect = {
  format: 'json_schema',
  limit: 'max_completion_tokens',
  usage: 'stream_options',
  delivery: 'stream',
  instructions: 'system',
}
/** The plainest request, which every server accepts. Streaming stays: a refusal of it always names `stream`. */
const plainDialect: Dialect = {
  ...fullDialect,
  format: 'none',
  limit: 'none',
  usage: 'none',
  instructions: 'none',
}

/** The body of a chat completion that asks `question` within `dialect`. */
export function toRequestBody(options: { model: string; question: Question; dialect: Dialect }) {
  const { model, question, dialect } = options
  const { shape, tokensMax } = question
  const used = usedBy(question, dialect)
  return {
    model,
    messages: toMessages(question, dialect),
    ...(shape && used.has('format') && { response_format: toFormat(shape, dialect) }),
    ...(used.has('limit') && { [dialect.limit]: tokensMax }),
    ...(used.has('delivery') && { stream: true }),
    ...(used.has('usage') && { stream_options: { include_usage: true } }),
  }
}

function toFormat({ name, schema }: Shape, { format }: Dialect) {
  return format === 'json_schema'
    ? { type: format, json_schema: { name, schema, strict: true } }
    : { type: format }
}

/** The server that is not told the schema is shown it; the one that knows no system reads all as the user's. */
function toMessages({ prompt, shape }: Question, { format, instructions }: Dialect) {
  const system =
    shape && format !== 'json_schema'
      ? `${prompt.system}\n\nThe JSON Schema of the answer: ${JSON.stringify(shape.schema)}`
      : prompt.system
  return instructions === 'system'
    ? [
        { role: 'system', content: system },
        { role: 'user', content: prompt.user },
      ]
    : [{ role: 'user', content: `${system}\n\n${prompt.user}` }]
}

/** The capabilities that a question needs within a dialect, and a server may therefore refuse. */
function usedBy(question: Question, dialect: Dialect): Set<Capability> {
  const isStreamed = question.stream === true && dialect.delivery === 'stream'
  const used: Record<Capability, boolean> = {
    format: question.shape !== undefined && dialect.format !== 'none',
    limit: question.tokensMax !== undefined && dialect.limit !== 'none',
    usage: isStreamed && dialect.usage !== 'none',
    delivery: isStreamed,
    instructions: dialect.instructions !== 'none',
  }
  return new Set(capabilities.filter((name) => used[name]))
}
const capabilities = ['format', 'limit', 'usage', 'delivery', 'instructions'] as const satisfies Capability[]

/** How servers speak of each in a refusal. */
const namedBy: Record<Capability, RegExp> = {
  format:
    /response.?format|json.?(?:schema|object|mode)|structured.?(?:output|generation)|grammar|guided|invalid schema/i,
  limit: /max_(?:completion_)?tokens/i,
  usage: /stream_options|include_usage/i,
  delivery: /\bstream(?:ing)?\b(?!_)/i,
  instructions: /\broles?\b|\b(?:system|developer) (?:message|prompt|instruction)s?\b|\balternate\b/i,
}

/**
 * The dialect to try next after a server refused a question with these words: without what it names, or where it names
 * nothing, a rung lower in all that is not essential and at the `last` try the plainest. Null when nothing is left out.
 */
export function withoutRefused({
  question,
  dialect,
  words,
  isLast,
}: {
  question: Question
  dialect: Dialect
  words: string
  isLast: boolean
}): { dialect: Dialect; isNamed: boolean } | null {
  const used = usedBy(question, dialect)
  const named = capabilities.filter((name) => used.has(name) && namedBy[name].test(words))
  // Without streaming there are no options of it either, but not the other way round.
  const refused = named.includes('usage') ? named.filter((name) => name !== 'delivery') : named
  if (refused.length > 0) return { dialect: lower(dialect, refused), isNamed: true }
  const optional = (['format', 'limit', 'usage'] as const).filter((name) => used.has(name))
  if (!isLast && optional.length > 0) return { dialect: lower(dialect, optional), isNamed: false }
  const plainest = lowest(dialect, plainDialect)
  const isPlain = [...used].every((name) => plainest[name] === dialect[name])
  return isPlain ? null : { dialect: plainest, isNamed: false }
}

function lower(dialect: Dialect, names: readonly Capability[]): Dialect {
  const next = <Rung extends string>(name: Capability, steps: readonly Rung[], now: Rung): Rung =>
    steps[steps.indexOf(now) + (names.includes(name) ? 1 : 0)] ?? now
  return {
    format: next('format', rungs.format, dialect.format),
    limit: next('limit', rungs.limit, dialect.limit),
    usage: next('usage', rungs.usage, dialect.usage),
    delivery: next('delivery', rungs.delivery, dialect.delivery),
    instructions: next('instructions', rungs.instructions, dialect.instructions),
  }
}

/** Returns the features that both dialects support. */
export function lowest(a: Dialect, b: Dialect): Dialect {
  const least = <Rung extends string>(steps: readonly Rung[], one: Rung, other: Rung): Rung =>
    steps.indexOf(one) > steps.indexOf(other) ? one : other
  return {
    format: least(rungs.format, a.format, b.format),
    limit: least(rungs.limit, a.limit, b.limit),
    usage: least(rungs.usage, a.usage, b.usage),
    delivery: least(rungs.delivery, a.delivery, b.delivery),
    instructions: least(rungs.instructions, a.instructions, b.instructions),
  }
}

/** Describes for an operator what a dialect leaves out of the full one. */
export function describeLeftOut(dialect: Dialect): string[] {
  const { format, limit, usage, delivery, instructions } = dialect
  return [
    ...(format === 'json_object' ? ['json_schema (json_object is used)'] : []),
    ...(format === 'none' ? ['response_format'] : []),
    ...(limit === 'max_tokens' ? ['max_completion_tokens (max_tokens is used)'] : []),
    ...(limit === 'none' ? ['a limit of tokens'] : []),
    ...(usage === 'none' ? ['stream_options'] : []),
    ...(delivery === 'none' ? ['streaming'] : []),
    ...(instructions === 'none' ? ['the system role'] : []),
  ]
}
