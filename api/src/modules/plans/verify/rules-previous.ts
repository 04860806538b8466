import { dayLimit } from '../../learner-day/learner-day.models.ts'
import { counted } from '../explain/words.ts'
import { startedItems } from '../known/started.ts'
import { isAllowed, sumMinutes, type VerifiedPlan } from './verified-plan.ts'

type Finding = { problems: string[]; fine: string }

/**
 * H9: what was started and not finished stays with its id. It may be missing only where no day comes after its last try,
 * its topic does not open in time, or nothing new is there to give way.
 */
export function checkStarted(verified: VerifiedPlan): Finding {
  const { facts, history, items, window, problems: catalogue, plan } = verified
  const started = startedItems(facts, history).filter(({ slug }) => {
    const problem = catalogue.get(slug)
    return (
      problem &&
      isAllowed(verified, problem) &&
      !facts.intake.known_topics.includes(problem.topic) &&
      problem.minutes <= dayLimit(facts.intake)
    )
  })
  const ids = new Map(items.map(({ item_id, slug }) => [item_id, slug]))
  const planned = new Set(items.map(({ slug }) => slug))
  const isStarted = ({ item_id }: { item_id: string }) => started.some((one) => one.item_id === item_id)
  const giveWay = sumMinutes(items.filter((item) => item.kind === 'new' && !isStarted(item)))
  const lost = started.flatMap(({ item_id, slug }) => {
    if (ids.get(item_id) === slug) return []
    if (ids.has(item_id)) return [`item ${item_id} is another problem now`]
    if (planned.has(slug)) return [`${slug} was started and has lost its item id`]
    const problem = catalogue.get(slug)
    const lastDay = window.studyDays.findLast((date) => date > (history.met.get(slug)?.last.date ?? '')) ?? ''
    const opened = items.some(({ topic, date }) => topic === problem?.topic && date < lastDay)
    const room = giveWay >= 2 * (problem?.minutes ?? 0)
    return opened && room ? [`${slug} was started and is gone`] : []
  })
  const untold =
    plan.changes === null && facts.previous !== null ? ['the changes to the last plan are not told'] : []
  return {
    problems: [...lost, ...untold],
    fine:
      started.length === 0 ? 'Nothing was left unfinished.' : 'Started items keep their place in the plan.',
  }
}

/** H10: what was useful and is not in the plan is listed. */
export function checkOverflow(verified: VerifiedPlan): Finding {
  const { facts, plan, history, items, problems: catalogue } = verified
  const planned = new Set(items.map(({ slug }) => slug))
  const listed = new Set(plan.overflow.map(({ slug }) => slug))
  const missing = facts.problems.filter(
    ({ slug, topic, lists, premium }) =>
      lists.includes('blind75') &&
      !premium &&
      !history.met.get(slug)?.solved &&
      !facts.intake.known_topics.includes(topic) &&
      (facts.intake.topic_confidence[topic] ?? 0) < 4 &&
      !planned.has(slug) &&
      !listed.has(slug),
  )
  const wrong = plan.overflow.filter(
    ({ slug, minutes }) => planned.has(slug) || catalogue.get(slug)?.minutes !== minutes,
  )
  return {
    problems: [
      ...missing.map(({ slug }) => `${slug} is neither planned nor listed as overflow`),
      ...wrong.map(({ slug }) => `${slug} is listed as overflow wrongly`),
    ],
    fine:
      listed.size === 0
        ? 'Everything useful fits.'
        : `${counted(listed.size, 'useful problem')} that ${listed.size === 1 ? 'does' : 'do'} not fit ${listed.size === 1 ? 'is' : 'are'} listed.`,
  }
}
