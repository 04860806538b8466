import type { Phrase, Telling } from './phrases.types.ts'
import type { Told } from './story.ts'
import { dateWords, daysWords, whenWords } from './words.ts'

/** What may be said of a return: when the problem was met, and why it comes back now. */
export function reviewPhrases(situation: Telling, told: Told, title: string): Phrase[] {
  const { day, times } = told
  const first = times[0]
  const last = times.at(-1)
  if (first === undefined || last === undefined) return afterAttempt(situation, told, title)
  const met = whenWords(first, day)
  const after = daysWords(day - last)
  const need = situation.needs.get(told.item.problem.topic)
  if (times.length > 1 || situation.history.met.has(told.item.problem.slug))
    return [
      { kind: 'again', text: `Met ${met} and seen again since; a last return after ${after} makes it stay.` },
      { kind: 'longer', text: `A longer gap this time: ${after} since you last saw it, first met ${met}.` },
    ]
  const phrases: Phrase[] = [
    { kind: 'spaced', text: `First met ${met}; a spaced return after ${after}, to solve from memory.` },
    { kind: 'recall', text: `You met it ${met}: try to recall the idea before you write any code.` },
    { kind: 'fade', text: `It comes back ${after} after you met it ${met}, before it fades.` },
    { kind: 'blank', text: `Met ${met}; ${after} on, start from a blank page and see what has stayed.` },
    {
      kind: 'weak return',
      text:
        need?.rated &&
        need.weak &&
        `You rated ${title} ${need.confidence} of 5, so this one, met ${met}, returns after ${after}.`,
    },
    { kind: 'short', text: `A short return to ${title}: you first met this one ${met}.` },
  ]
  const turn = told.serial % phrases.length
  return [...phrases.slice(turn), ...phrases.slice(0, turn)]
}

/** For a problem that was met before the plan. */
function afterAttempt({ history }: Telling, { item }: Told, title: string): Phrase[] {
  const met = history.met.get(item.problem.slug)
  if (!met) return [{ kind: 'return', text: `A return to ${title}.` }]
  const on = dateWords(met.last.date)
  if (!met.solved)
    return [
      { kind: 'open', text: `Still open since ${on}: ${title} goes on with another try at it.` },
      { kind: 'unsolved', text: `You did not finish it on ${on}, so it comes back with its full time.` },
      { kind: 'retry', text: `Tried on ${on} and not solved yet; a second start often finds the way.` },
    ]
  if (met.last.rating === 'hard' || met.last.rating === 'again')
    return [
      { kind: 'felt', text: `It felt hard on ${on}, so it returns while there is time to make it easier.` },
      { kind: 'felt again', text: `Hard on ${on}; a spaced return shows whether the idea has settled.` },
    ]
  return [
    { kind: 'solved', text: `You solved it on ${on}; a spaced return keeps it.` },
    { kind: 'kept', text: `Solved on ${on}: once more from memory, so that ${title} stays ready.` },
    { kind: 'since', text: `It has been a while since ${on}, and solving it again is quick.` },
  ]
}
