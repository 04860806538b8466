import type { Outcome } from '../../shared/outcomes.ts'

/** An outcome, or `open`: the text says that the problem is not solved. */
export type Said = Outcome | 'open'

const phrases: Record<Said, string> = {
  solved: `solved, done, accepted, ac, complete, completed, finished, passed, mastered, success, correct, ok, solved it,
    got it, all clear`,
  tried: `tried, attempted, attempt, wrong answer, wa, wrong, incorrect, time limit exceeded, tle, timeout, timed out,
    memory limit exceeded, mle, output limit exceeded, ole, runtime error, rte, compile error, compilation error,
    internal error, failed, fail, partial, partially solved, partially, attempted not solved, tried not solved`,
  stuck: `stuck, gave up, give up, given up, could not solve, couldnt solve, could not solve it, couldnt solve it,
    couldnt, unable to solve, failed to solve, looked at solution, saw solution, needed solution`,
  skipped: 'skipped, skip',
  open: `todo, to do, not started, not solved, unsolved, not solved yet, not yet solved, not done, not done yet,
    not yet, not attempted, not tried, not finished, unfinished, incomplete, not completed, not complete, not accepted,
    pending, open, planned, backlog, later, next, next up, up next, in progress, doing, started, ongoing, empty,
    unchecked`,
}
const words = new Map(
  Object.entries(phrases).flatMap(([said, list]) =>
    isSaid(said)
      ? list.split(',').map((phrase): [string, Said] => [phrase.trim().replace(/\s+/g, ' '), said])
      : [],
  ),
)
/** Status codes of LeetCode's submissions. */
const codes: Record<string, Said> = {
  10: 'solved',
  11: 'tried',
  12: 'tried',
  13: 'tried',
  14: 'tried',
  15: 'tried',
  20: 'tried',
}
const yes = new Set(['true', 'yes', 'y', 't', 'x', '1', 'checked'])
const no = new Set(['false', 'no', 'n', 'f', '0'])
const nothing = new Set(['', '-', '–', '—', 'n/a', 'na', 'none', 'null', 'nil', 'nan'])

/** Marks that stand for an outcome, anywhere in a text. */
const marks = /[✓✔✅☑🗹]|[✗✘❌❎✖☐⬜◻▢□🔲]/gu
const good = /[✓✔✅☑🗹]/u

function isSaid(text: string): text is Said {
  return text in phrases
}

/** The outcome that a phrase stands for, such as "wrong answer". */
export function outcomeOf(text: string): Said | undefined {
  return words.get(normal(text))
}

/** True for words that a sentence may end or begin with; "no" or "ok" say too little there. */
export function isOutcomePhrase(text: string): boolean {
  const phrase = normal(text)
  return words.has(phrase) && (phrase.length > 3 || /^(ac|wa|tle|mle)$/.test(phrase))
}

/** A text without its marks, and what the marks say. */
export function takeMarks(text: string): { rest: string; said: Said[] } {
  const said = (text.match(marks) ?? []).map((mark): Said => (good.test(mark) ? 'solved' : 'open'))
  return { rest: text.replace(marks, ' ').replace(/\uFE0F/g, ''), said }
}

export type Cell = { said: Said } | { flag: boolean } | 'blank' | 'unknown'

/** Reads the cell of a column that says how it went: a phrase, a mark, a check box, yes or no. */
export function readStatusCell(text: string): Cell {
  const box = /^\s*\[\s*([^\]\s]?)\s*\]\s*$/u.exec(text)
  const { rest, said: marked } = takeMarks(box ? (box[1] ?? '') : text)
  const phrase = normal(rest)
  if (box && phrase === '' && marked.length === 0) return { flag: false }
  if (nothing.has(rest.trim().toLowerCase()) && marked.length === 0) return 'blank'
  const word = phrase === '' ? undefined : (words.get(phrase) ?? codes[phrase])
  const isFlag = yes.has(phrase) || no.has(phrase)
  if (!word && !isFlag && (phrase !== '' || marked.length === 0)) return 'unknown'
  const all = new Set<boolean | Said>(marked.map((mark) => mark === 'solved'))
  if (isFlag) all.add(yes.has(phrase))
  if (all.size > 1) return 'unknown'
  const [flag] = [...all]
  if (!word) return { flag: flag === true }
  return flag === undefined || flag === (word === 'solved') ? { said: word } : 'unknown'
}

/** Reads the box before a line; undefined for a mark that has no common meaning. */
export function readBox(mark: string): Said | undefined {
  if (/^[\s/<>~_-]?$/u.test(mark)) return 'open'
  return /^[x✓✔✅☑*]$/iu.test(mark) ? 'solved' : undefined
}

/** Words by which a note may say that a problem is not solved: then the outcome is asked for. */
const doubt =
  /\?|\b(?:not?|never|cannot|\w+n['’]t|(?:did|does|do|could|would|was|is|has|have|had|ca|wo)nt|un\w+ed|unable|incomplete|fail\w*|wrong|gave|give|stuck|try|tried|trying|tries|attempt\w*|skip\w*|to-?do|redo|retry|again|later|pending|half\w*|partial\w*|almost|nearly|help\w*|solution|editorial|peeked|looked|review|revisit|practi[cs]e|progress|plan\w*|want|need\w*|will|next|should|must|have to|maybe|perhaps|unsure|still|yet|without|too hard|impossible|skip|unclear|remaining|missing|upcoming|backlog|open)\b/iu

export function isDoubtful(text: string): boolean {
  return doubt.test(text)
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`*"]|\uFE0F/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
