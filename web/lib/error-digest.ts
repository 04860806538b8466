/** In production Next tells an error page nothing but the error's digest, so ours carries what helps. */
export function digestOf({ code, requestId }: { code: string; requestId: string | undefined }): string {
  return `${code};${requestId ?? ''}`
}

/** The code and the request id of such a digest; nothing of one that Next made up. */
export function parseDigest(digest: string | undefined): { code?: string; requestId?: string } {
  const [, code, requestId] = /^([a-z_.]+);([\w.-]*)/.exec(digest ?? '') ?? []
  return { code, requestId: requestId || undefined }
}
