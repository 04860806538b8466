import {
  type AskHintInput,
  type Attempt,
  attemptSchema,
  type CodeDraft,
  type CodeLanguage,
  type CreateAttempt,
  type CreateSubmission,
  codeDraftSchema,
  codeDraftsSchema,
  type ExerciseExplanation,
  type ExerciseHint,
  explanationSchema,
  type HintEvent,
  type HintPage,
  hintPageSchema,
  hintSchema,
  type InterviewSubmitted,
  interviewSubmittedSchema,
  type Submission,
  type SubmissionPage,
  submissionPageSchema,
  submissionSchema,
  submittedSchema,
} from '@codify/api/contract'
import { browserApi, unwrap, unwrapStream } from '@/lib/browser-api.ts'
import { hintEventsOf } from './hint-events.ts'

type Place = { slug: string; language: CodeLanguage }

/** The code that is kept on the server; null when there is none. */
export async function fetchDraft({ slug, language }: Place): Promise<CodeDraft | null> {
  const call = browserApi.v1.problems[':slug'].drafts
  const { items } = await unwrap(call.$get({ param: { slug } }), codeDraftsSchema)
  return items.find((draft) => draft.language === language) ?? null
}

export async function saveDraft({
  code,
  version,
  ...place
}: Place & { code: string; version: string | null }): Promise<CodeDraft> {
  const call = browserApi.v1.problems[':slug'].drafts[':language']
  return unwrap(call.$put({ param: place, json: { code, version } }), codeDraftSchema)
}

/** Sent again with the same key, the same submission counts once. */
export async function sendSubmission({
  slug,
  isInterview,
  body,
  key,
}: {
  /** Of the problem, or in an interview its id. */
  slug: string
  isInterview: boolean
  body: CreateSubmission
  key: string
}): Promise<InterviewSubmitted> {
  const header = { 'idempotency-key': key }
  if (isInterview) {
    const call = browserApi.v1.interviews[':id'].submissions
    return unwrap(call.$post({ param: { id: slug }, json: body, header }), interviewSubmittedSchema)
  }
  const call = browserApi.v1.problems[':slug'].submissions
  return unwrap(call.$post({ param: { slug }, json: body, header }), submittedSchema)
}

export async function fetchSubmissions({
  slug,
  cursor,
}: {
  slug: string
  cursor?: string | undefined
}): Promise<SubmissionPage> {
  const query = { limit: '20', ...(cursor !== undefined && { cursor }) }
  const call = browserApi.v1.problems[':slug'].submissions
  return unwrap(call.$get({ param: { slug }, query }), submissionPageSchema)
}

export async function fetchSubmission(id: string): Promise<Submission> {
  return unwrap(browserApi.v1.submissions[':id'].$get({ param: { id } }), submissionSchema)
}

export async function recordAttempt({ id, body }: { id: string; body: CreateAttempt }): Promise<Attempt> {
  const call = browserApi.v1.submissions[':id'].attempt
  return unwrap(call.$post({ param: { id }, json: body }), attemptSchema)
}

export async function fetchHint({ slug, number }: { slug: string; number: number }): Promise<ExerciseHint> {
  const call = browserApi.v1.problems[':slug'].exercise.hints[':number']
  return unwrap(call.$get({ param: { slug, number: String(number) } }), hintSchema)
}

export async function fetchExplanation(slug: string): Promise<ExerciseExplanation> {
  const call = browserApi.v1.problems[':slug'].exercise.explanation
  return unwrap(call.$get({ param: { slug } }), explanationSchema)
}

/** What a model told one at a problem, the newest first, and whether it can be asked. */
export async function fetchModelHints(slug: string): Promise<HintPage> {
  const call = browserApi.v1.problems[':slug']['model-hints']
  return unwrap(call.$get({ param: { slug }, query: { limit: '30' } }), hintPageSchema)
}

/** Asks the model about code; its answer comes in events, the last of which is `done` or `failed`. */
export async function* askModel(options: {
  slug: string
  body: AskHintInput
  signal: AbortSignal
}): AsyncGenerator<HintEvent> {
  const { slug, body, signal } = options
  const call = browserApi.v1.problems[':slug']['model-hints']
  const answer = call.$post({ param: { slug }, json: body }, { init: { signal } })
  yield* hintEventsOf(await unwrapStream(answer))
}
