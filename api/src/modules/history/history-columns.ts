import type { Outcome } from '../../shared/outcomes.ts'
import type { Unit } from './history-minutes.ts'

export type Column =
  /** Slug, link or title. */
  | { kind: 'problem' }
  /** Its number on LeetCode: `sure` when the name says so, and not merely "number". */
  | { kind: 'number'; sure: boolean }
  /** Of the row. */
  | { kind: 'row' }
  /** `solved`: an empty cell says that it is not solved. */
  | { kind: 'date'; solved: boolean; rank: number }
  | { kind: 'status' }
  /** A check box, or its date, for one outcome. */
  | { kind: 'check'; outcome: Outcome }
  | { kind: 'minutes'; unit: Unit; clock: boolean }
  /** Known, and nothing of ours. */
  | { kind: 'other' }
  | { kind: 'unknown' }
  /** Ticks under a name that we do not know. */
  | { kind: 'unsure' }

const names: { column: Column; names: string }[] = [
  {
    column: { kind: 'problem' },
    names: `problem, problems, problem name, problem title, problem slug, problem link, problem url, title, title slug,
      question title, question title slug, question name, question, questions, question slug, question link, question url,
      name, task, task name, challenge, exercise, kata, item, slug, link, links, url, urls, href, hyperlink, website,
      leetcode, lc, leetcode link, leetcode url, leetcode problem, leetcode question, leetcode title, leetcode slug,
      lc link, lc url, lc problem, link to problem, front, coding problem, coding question, algorithm problem`,
  },
  {
    column: { kind: 'number', sure: true },
    names: `leetcode number, leetcode no, leetcode num, leetcode #, leetcode id, lc number, lc no, lc num, lc #, lc id,
      frontend id, question frontend id, frontend question id, problem frontend id, leetcode problem number,
      leetcode question number, number on leetcode, # leetcode, leetcode problem no, leetcode problem #`,
  },
  {
    column: { kind: 'number', sure: false },
    names: `number, num, problem number, problem no, problem num, problem #, question number, question no, question num,
      question #`,
  },
  {
    column: { kind: 'row' },
    names: `#, no, nr, n, id, index, idx, row, row number, s no, sno, sl no, sr no, serial, serial no, serial number, order,
      rank, position, pos, problem id, question id, submission id`,
  },
  {
    column: { kind: 'status' },
    names: `status, outcome, result, results, verdict, state, status display, status msg, status message, problem status,
      submission status, submission result, my status, solve status, solved status, completion status, solution status`,
  },
  {
    column: { kind: 'check', outcome: 'solved' },
    names: `solved, is solved, done, is done, complete, completed, is completed, finished, accepted, ac, passed, mastered,
      checked, check, checkbox, tick, ticked, solved it, solved by me, did it, have solved`,
  },
  { column: { kind: 'check', outcome: 'tried' }, names: 'attempted, tried, is attempted' },
  { column: { kind: 'check', outcome: 'stuck' }, names: 'stuck, gave up' },
  { column: { kind: 'check', outcome: 'skipped' }, names: 'skipped, skip' },
  {
    column: { kind: 'minutes', unit: 'minutes', clock: false },
    names: `minutes, min, mins, minutes spent, minutes taken, time taken, time spent, time used, duration, elapsed,
      elapsed time, solve time, solving time, time to solve, time needed, time in minutes, time minutes, time mins, time min,
      duration minutes, duration min, duration mins, minutes needed, how long, length, stopwatch, timer, total time, time m`,
  },
  { column: { kind: 'minutes', unit: 'minutes', clock: true }, names: 'time' },
  {
    column: { kind: 'minutes', unit: 'hours', clock: false },
    names:
      'hours, hrs, hours spent, hours taken, time hours, time h, time hrs, duration hours, duration h, time in hours',
  },
  {
    column: { kind: 'minutes', unit: 'seconds', clock: false },
    names: `seconds, secs, time seconds, time s, time sec, duration seconds, duration s, duration sec, time in seconds,
      elapsed seconds, seconds spent, seconds taken`,
  },
  {
    column: { kind: 'other' },
    names: `difficulty, level, topic, topics, category, categories, pattern, patterns, tag, tags, topic tags, note, notes,
      my notes, comment, comments, remark, remarks, company, companies, acceptance, acceptance rate, ac rate, frequency,
      likes, language, lang, runtime, memory, code, video, video link, video solution, solution, solutions, solution link,
      premium, is premium, paid, paid only, is paid only, list, lists, week, review, reviewed, next review, last reviewed,
      review date, due, due date, deadline, confidence, rating, ease, interval, lapses, reps, deck, back, card type,
      similar, similar questions, similar problems, hint, hints, approach, explanation, complexity, time complexity,
      space complexity, time space, priority, favorite, favourite, starred, star, bookmarked, bookmark, important,
      attempts, tries, submissions, created, created at, created time, last edited time, updated at, source, platform,
      site, author, estimated time, data structure, algorithm, type, section, group, has solution, locked`,
  },
]
const byName = new Map(
  names.flatMap(({ column, names: list }) =>
    list.split(',').map((name): [string, Column] => [name.trim().replace(/\s+/g, ' '), column]),
  ),
)
/** Columns of dates, the one to believe first. With several, the earlier in this list is read. */
const dateNames: { solved: boolean; names: RegExp }[] = [
  {
    solved: true,
    names:
      /^(?:(?:last |first |date |day |time )?(?:solved|completed|finished|accepted|done)(?: (?:at|on|date|day|time|timestamp|when))?|(?:solve|completion|acceptance|finish) (?:date|day|time)|when solved|date of completion|solved date time)$/,
  },
  {
    solved: false,
    names:
      /^(?:date|dates|when|timestamp|time stamp|unix timestamp|unix time|epoch|date time|datetime|day|my date|date yyyy mm dd|date and time)$/,
  },
  {
    solved: false,
    names:
      /^(?:(?:last |first |date |day |time )?(?:submitted|submission|practi[cs]ed|practi[cs]e|attempted|attempt|tried)(?: (?:at|on|date|day|time|timestamp))?|submit (?:date|time)|(?:last|latest) (?:submission|submitted|attempt)(?: (?:date|time))?)$/,
  },
]

/** Maps a header's name to its column. */
export function columnOf(name: string): Column {
  const plain = plainName(name)
  const rank = dateNames.findIndex(({ names: dates }) => dates.test(plain))
  const dates: Column = { kind: 'date', solved: dateNames[rank]?.solved ?? false, rank }
  return byName.get(plain) ?? (rank === -1 ? { kind: 'unknown' } : dates)
}

/** `titleSlug`, `Title_Slug` and `Title slug:` are one name. */
function plainName(name: string): string {
  const box = /^\s*(?:\[[x✓ ]?\]|[✓✔✅☑]\uFE0F?)\s*$/iu
  if (box.test(name)) return 'solved'
  return name
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .replace('leet code', 'leetcode')
    .trim()
}

/** The columns of a header; undefined when a row is none: it names the problem, or two things that we know. */
export function readHeader(cells: string[]): Column[] | undefined {
  if (cells.some((cell) => cell.length > NAME_MAX)) return undefined
  const columns = cells.map(columnOf)
  const named = columns.some(({ kind }) => kind === 'problem' || kind === 'number')
  return named || columns.filter(({ kind }) => kind !== 'unknown').length > 1 ? columns : undefined
}

const NAME_MAX = 60
