/** The parts of a problem that a pasted text may name it by. */
export type Named = { id: string; slug: string; number: number; title: string; url: string; own: boolean }

export type Lookup = ReturnType<typeof createLookup>

/** Finds the problem that a text names, each way of naming it by itself. */
export function createLookup(problems: Named[]) {
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const byTitle = new Map(problems.map((problem) => [plain(problem.title), problem]))
  byTitle.delete('')
  const byUrl = new Map(problems.map((problem) => [bare(problem.url), problem]))
  const numbers = new Map(problems.filter(({ own }) => !own).map((problem) => [problem.number, problem]))

  /** A paste asks for the same words many times over. */
  const named = new Map<string, Named | undefined>()

  function titled(text: string): Named | undefined {
    return bySlug.get(text.toLowerCase()) ?? byTitle.get(plain(text))
  }

  function findByName(name: string): Named | undefined {
    const whole = titled(name)
    if (whole) return whole
    const words = name.replace(/[\s,([-]+(?:easy|medium|hard)[)\]]?$/iu, '')
    const [, rest = ''] =
      /^(?:lc|leetcode)?[\s#[(-]{0,4}\d{1,5}[\s\])]{0,3}[.:–—-]?\s{0,3}(\S.*)$/iu.exec(words) ?? []
    const [, before = '', number] =
      /^(.*\S)\s*[\s([#–—-]\s*(?:lc|leetcode)?[\s#-]{0,3}(\d{1,5})[\])]?$/iu.exec(words) ?? []
    const tail = titled(before)
    return titled(words) ?? titled(rest) ?? (tail?.number === Number(number) ? tail : undefined)
  }

  return {
    /** By its address, on whichever site of problems. */
    byLink(url: string): Named | undefined {
      return byUrl.get(bare(url)) ?? bySlug.get(slugOf(url) ?? '')
    },
    /** By slug or title; a number before it may be that of a row, one behind it must be its LeetCode number. */
    byName(text: string): Named | undefined {
      if (text.length > NAME_MAX) return undefined
      if (!named.has(text)) named.set(text, findByName(text.trim()))
      return named.get(text)
    },
    /** By its number on LeetCode. */
    byNumber(number: number): Named | undefined {
      return numbers.get(number)
    },
  }
}

/** Longer than any title with its number. */
const NAME_MAX = 400

/** The part of an address that names the problem: the one behind "problems". */
function slugOf(url: string): string | undefined {
  const address = /^https?:\/\//i.test(url) ? url : `https://${url}`
  if (!URL.canParse(address)) return undefined
  const parts = new URL(address).pathname.toLowerCase().split('/').filter(Boolean)
  const before = parts.findIndex((part) => /^(problems?|questions?|solutions?)$/.test(part))
  return before === -1 ? undefined : parts[before + 1]
}

function bare(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase()
}

/** A title without its case, accents, brackets and hyphens, which people write differently. */
function plain(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
