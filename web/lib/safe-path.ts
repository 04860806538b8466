/** Stands for our own origin, so that a path can be resolved without knowing the real one. */
const base = 'http://codify.invalid'

/**
 * The path (with query and fragment) of a place on this site, or undefined for anything that leads
 * elsewhere: other origins, `//host`, `/\host`, `javascript:` and paths with control characters.
 */
export function safePath(candidate: string | null | undefined, ownOrigin?: string): string | undefined {
  if (!candidate || candidate.length > 2000 || hasControlCharacter(candidate)) return undefined
  const isPath = candidate.startsWith('/')
  if (!isPath && !ownOrigin) return undefined
  if (!URL.canParse(candidate, base)) return undefined
  const url = new URL(candidate, base)
  const isOurs = isPath ? url.origin === base : url.origin === ownOrigin
  if (!isOurs) return undefined
  const path = `${url.pathname}${url.search}${url.hash}`
  return path.startsWith('//') ? undefined : path
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f')
}
