/** Headers that pass from a browser to the API, and back; all others stay here. */
const toApi = ['content-type', 'accept', 'idempotency-key', 'prefer', 'last-event-id']
const toBrowser = [
  'content-type',
  'location',
  'retry-after',
  'cache-control',
  'x-request-id',
  'etag',
  'preference-applied',
  'content-disposition',
]

export const largestBody = 64 * 1024

/** A file on its way to the API, which has a limit of its own for it: it flows through instead of being held here. */
export function isUpload({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && path === '/v1/me/import'
}

/** The API answers within seconds whatever happens; later than this it is not going to. */
const patienceSeconds = 15
const uploadSeconds = 120

/** How long to wait for the API's answer to begin: what the caller asked it to wait for comes on top. */
export function patienceMilliseconds({ headers, isUpload }: { headers: Headers; isUpload: boolean }): number {
  const wait = Number(/(?:^|[,;\s])wait\s*=\s*(\d{1,6})/i.exec(headers.get('prefer') ?? '')?.[1] ?? 0)
  return ((isUpload ? uploadSeconds : patienceSeconds) + Math.min(wait, 60)) * 1000
}

export function headersToApi(incoming: Headers): Headers {
  return pick(incoming, toApi)
}

/** A `Location` below `/v1` is told as the browser can reach it, below `/api/v1`. */
export function headersToBrowser(answered: Headers): Headers {
  const headers = pick(answered, toBrowser)
  const location = headers.get('location')
  if (location?.startsWith('/v1/')) headers.set('location', `/api${location}`)
  if (headers.get('content-type')?.startsWith('text/event-stream')) {
    headers.set('cache-control', 'no-cache, no-transform')
    headers.set('x-accel-buffering', 'no')
  } else if (!headers.has('cache-control')) {
    headers.set('cache-control', 'no-store')
  }
  return headers
}

/** The API's internal calls are for the web server itself, however the address is spelt. */
export function isInternalPath(pathname: string): boolean {
  return /^[\\/]+v1[\\/]+internal([\\/]|$)/i.test(safeDecode(pathname))
}

/** The body, or null when it is larger than `limit` bytes. Stops reading there. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

function pick(source: Headers, names: readonly string[]): Headers {
  const picked = new Headers()
  for (const name of names) {
    const value = source.get(name)
    if (value !== null) picked.set(name, value)
  }
  return picked
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
