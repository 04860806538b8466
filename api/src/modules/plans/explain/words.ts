const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** `2 March` */
export function dateWords(date: string): string {
  return dayMonth.format(new Date(`${date}T00:00:00Z`))
}

/** When a day before `today` was: its weekday within a week, else its date. Both are day numbers. */
export function whenWords(day: number, today: number): string {
  const date = new Date(day * 86_400_000)
  return today - day < 7 ? `on ${weekday.format(date)}` : `on ${dayMonth.format(date)}`
}

const plurals = new Intl.PluralRules('en-GB')

/** `1 item`, `2 items`; a plural that is not the unit and an s is given. */
export function counted(amount: number, unit: string, units = `${unit}s`): string {
  return `${amount} ${plurals.select(amount) === 'one' ? unit : units}`
}

export function daysWords(days: number): string {
  return days === 1 ? 'a day' : `${days} days`
}

/** `A, B and C` */
export function listWords(names: string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

const spelled: Record<string, string> = {
  'bellman-ford': 'the Bellman–Ford algorithm',
  bfs: 'breadth-first search',
  'bst-property': 'the order of a search tree',
  'degree-counting': 'counting degrees',
  dfs: 'depth-first search',
  'digit-manipulation': 'working with digits',
  dijkstra: 'Dijkstra’s algorithm',
  'dummy-node': 'the dummy node',
  'eulerian-path': 'Eulerian paths',
  'fast-slow-pointers': 'fast and slow pointers',
  'frequency-count': 'counting frequencies',
  greedy: 'greedy choices',
  'grid-dp': 'dynamic programming on a grid',
  'hash-map': 'hash maps',
  'hash-set': 'hash sets',
  heap: 'heaps',
  'in-place-marking': 'marking in place',
  'interval-dp': 'dynamic programming over intervals',
  'interval-merging': 'merging intervals',
  'interval-scheduling': 'scheduling intervals',
  'k-way-merge': 'the k-way merge',
  kadane: 'Kadane’s algorithm',
  knapsack: 'the knapsack',
  'linear-dp': 'dynamic programming along a line',
  'linked-list-reversal': 'reversing a list',
  lis: 'longest increasing subsequences',
  'list-rewiring': 'rewiring a list',
  'lowest-common-ancestor': 'lowest common ancestors',
  'majority-vote': 'the majority vote',
  math: 'a little mathematics',
  'matrix-transform': 'transforming a matrix',
  'matrix-traversal': 'walking through a matrix',
  memoization: 'memoisation',
  'merge-sorted': 'merging what is sorted',
  'minimum-spanning-tree': 'minimum spanning trees',
  'monotonic-stack': 'the monotonic stack',
  'multi-source-bfs': 'breadth-first search from many sources',
  palindrome: 'palindromes',
  'prefix-sum': 'prefix sums',
  'sequence-dp': 'dynamic programming over sequences',
  serialization: 'serialising',
  'sliding-window': 'the sliding window',
  stack: 'stacks',
  'state-machine-dp': 'dynamic programming with states',
  'string-matching': 'matching strings',
  'string-processing': 'processing strings',
  'sweep-line': 'the sweep line',
  'topological-sort': 'topological sorting',
  'tree-construction': 'building trees',
  'tree-dp': 'dynamic programming on trees',
  trie: 'tries',
  'two-heaps': 'a pair of heaps',
  xor: 'exclusive or',
}

/** A pattern as one says it in a sentence. */
export function patternName(pattern: string): string {
  return spelled[pattern] ?? pattern.replaceAll('-', ' ')
}

/** The first pattern of a problem, in words, that says more than its topic's title does; null when none does. */
export function patternWords(patterns: string[], title: string): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll(/^the |[^a-z]|s\b/g, '')
  const words = patterns.map(patternName)
  const covered = (one: string) => /Dynamic Programming/.test(title) && one.startsWith('dynamic programming')
  return (
    words.find(
      (one) => !covered(one) && !plain(title).includes(plain(one)) && !plain(one).includes(plain(title)),
    ) ?? null
  )
}
