/** As much of a problem as a pasted line may name it by. */
export type Named = { id: string; slug: string; number: number; title: string; url: string; own: boolean }

export type Lookup = ReturnType<typeof createLookup>

/** Finds the problem that a text means: by slug, link, number or title, whatever the site of the link. */
export function createLookup(problems: Named[]) {
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const byTitle = new Map(problems.map((problem) => [plain(problem.title), problem]))
  const byUrl = new Map(problems.map((problem) => [bare(problem.url), problem]))
  const catalogue = problems.filter(({ own }) => !own)
  const byNumber = new Map(catalogue.map((problem) => [problem.number, problem]))

  return function find(text: string): Named | undefined {
    const words = text.trim()
    if (/^https?:\/\//i.test(words))
      return (
        byUrl.get(bare(words)) ??
        segments(words)
          .map((one) => bySlug.get(one))
          .find(Boolean)
      )
    const numbered = /^(?:lc|leetcode)?[\s#-]*(\d{1,5})\s*[.):-]?\s*(.*)$/i.exec(words)
    return (
      bySlug.get(words.toLowerCase()) ??
      byTitle.get(plain(words)) ??
      (numbered?.[2] ? byTitle.get(plain(numbered[2])) : undefined) ??
      (numbered && !numbered[2] ? byNumber.get(Number(numbered[1])) : undefined)
    )
  }
}

/** The parts of a link's path, the last first. */
function segments(url: string): string[] {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return path.toLowerCase().split('/').filter(Boolean).reverse()
}

function bare(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase()
}

/** A title without what people write differently: case, accents, brackets, hyphens. */
function plain(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
