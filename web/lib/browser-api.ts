import { createApiClient } from '@codify/api/contract'

export { ApiError, isSignedOut, messageOf, unwrap, unwrapStream } from './api-error.ts'

/** The API as the browser sees it: through our own proxy, which adds who is signed in. */
export const browserApi = createApiClient('/api')
