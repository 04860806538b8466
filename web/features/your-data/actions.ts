import {
  type History,
  type HistoryInput,
  historySchema,
  type Imported,
  importedSchema,
  type PasteTakenBack,
  pasteTakenBackSchema,
} from '@codify/api/contract'
import { ApiError, browserApi, unwrap } from '@/lib/browser-api.ts'

/** Sends an export to be read; `onProgress` hears the share that is under way. Throws `ApiError`. */
export async function importFile({
  file,
  onProgress,
}: {
  file: File
  onProgress: (share: number) => void
}): Promise<Imported> {
  return unwrap(await upload({ file, onProgress }), importedSchema)
}

/** `fetch` tells nothing of how far a body has come; this older way does. */
function upload({
  file,
  onProgress,
}: {
  file: File
  onProgress: (share: number) => void
}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/me/import')
    request.setRequestHeader('content-type', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? 'text/plain'
      resolve(
        new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
      )
    }
    request.onerror = () =>
      reject(
        new ApiError({
          status: 503,
          code: 'api.unreachable',
          detail: 'The file did not get through. Try again in a moment.',
        }),
      )
    request.send(file)
  })
}

export async function pasteHistory(input: HistoryInput): Promise<History> {
  return unwrap(browserApi.v1.me.history.$post({ json: input }), historySchema)
}

export async function takePasteBack(id: string): Promise<PasteTakenBack> {
  return unwrap(
    browserApi.v1.me.history[':paste_id'].$delete({ param: { paste_id: id } }),
    pasteTakenBackSchema,
  )
}
