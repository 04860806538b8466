import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { SignInFailure } from './sign-in-failure.ts'

type Notes = { failure?: SignInFailure }

/** next-auth has one logger for all requests at once, so what a request notes is found by its asynchronous context. */
const notes = new AsyncLocalStorage<Notes>()

/** Runs `work`, and answers with the first failure that it noted. */
export async function notingFailure<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; failure: SignInFailure | undefined }> {
  const noted: Notes = {}
  const value = await notes.run(noted, work)
  return { value, failure: noted.failure }
}

/** Notes a failure of this request; answers the first one, which is the cause of the others. */
export function noteFailure(failure: SignInFailure): SignInFailure {
  const noted = notes.getStore() ?? {}
  noted.failure ??= failure
  return noted.failure
}
