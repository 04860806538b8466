import { type Interview, interviewSchema, type Prediction } from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

export async function startInterview(minutes: number): Promise<Interview> {
  return unwrap(browserApi.v1.interviews.$post({ json: { minutes } }), interviewSchema)
}

export async function predictPattern(id: string, prediction: Prediction): Promise<Interview> {
  const call = browserApi.v1.interviews[':id'].prediction
  return unwrap(call.$put({ param: { id }, json: prediction }), interviewSchema)
}

export async function endInterview(id: string, submissionId: string | null): Promise<Interview> {
  const call = browserApi.v1.interviews[':id'].end
  return unwrap(call.$post({ param: { id }, json: { submission_id: submissionId } }), interviewSchema)
}
