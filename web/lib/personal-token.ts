/**
 * The personal token of a request, from its Authorization header alone: never from an address or a cookie. One that
 * only looks like a token counts too, so that its sender hears from the API what is wrong with it.
 */
export function personalTokenOf(headers: Headers): string | undefined {
  return /^bearer +(cdf_\S*)$/i.exec(headers.get('authorization') ?? '')?.[1]
}
