export const requestIdHeader = 'x-request-id'

const sane = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/

/** The id a caller sent, when it is fit to be logged and shown, else a new one. */
export function requestIdOf(headers: Headers): string {
  const incoming = headers.get(requestIdHeader)
  return incoming && sane.test(incoming) ? incoming : crypto.randomUUID()
}
