import type { Problem, ProblemPage } from '@codify/api/contract'

/** The pages after the first that somebody loaded by hand, with the first page they followed. */
type RememberedList = { path: string; firstIds: string[]; items: Problem[]; nextCursor: string | null }
export type LaterPages = Pick<RememberedList, 'items' | 'nextCursor'>

/** Lives as long as the page, and only in a browser: so that Back finds the list as it was left. */
let remembered: RememberedList | undefined

export function rememberList(list: RememberedList): void {
  remembered = list
}

export function recallLaterPages(path: string, firstPage: ProblemPage): LaterPages {
  return laterPages({ remembered, path, firstPage })
}

/** Keeps a remembered list true after a problem changed on its own page. */
export function noteProblem(problem: Problem): void {
  if (!remembered) return
  const items = remembered.items.map((each) => (each.id === problem.id ? problem : each))
  remembered = { ...remembered, items }
}

let isStale = false

/** After an upvote, the pages that the router keeps for Back are out of date. */
export function noteUpvote(problem: Problem): void {
  noteProblem(problem)
  isStale = true
}

/** True if the list has to be loaded again; then false until the next change. */
export function takeStale(): boolean {
  const wasStale = isStale
  isStale = false
  return wasStale
}

/** Returns the pages after the first: the remembered ones, if they still follow this very page. */
export function laterPages({
  remembered,
  path,
  firstPage,
}: {
  remembered: RememberedList | undefined
  path: string
  firstPage: ProblemPage
}): LaterPages {
  const follows =
    remembered?.path === path &&
    remembered.firstIds.length === firstPage.items.length &&
    firstPage.items.every((item, index) => item.id === remembered.firstIds[index])
  if (remembered && follows) return { items: remembered.items, nextCursor: remembered.nextCursor }
  return { items: [], nextCursor: firstPage.next_cursor }
}
