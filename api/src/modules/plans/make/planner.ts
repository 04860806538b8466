import { LEAST_USED } from '../../learner-day/learner-day.models.ts'
import { PlanningError } from '../planning-error.ts'
import type { PlanFacts, Proposal } from '../plans.facts.ts'
import type { PlanJson, RuleId } from '../plans.schemas.ts'
import { verifyPlan } from '../verify/verifier.ts'
import { assemble } from './assemble.ts'
import type { Draft } from './draft.ts'
import { planByProposal, planByRules } from './portfolio.ts'
import { readProposal, type Wish } from './proposal.ts'
import { readSituation, type Situation } from './situation.ts'

const notes: Record<PlanJson['source'], string> = {
  model: 'A language model proposed this plan, and every rule was checked.',
  model_repaired: 'A language model proposed this plan; what broke a rule was corrected.',
  rules: 'This plan was made by the built-in rules, without a language model.',
}

/**
 * A plan that keeps every hard rule, whatever the proposal holds; the same input gives the same plan.
 * Throws PlanningError when there is no day or no problem to plan.
 */
export function makePlan(options: {
  facts: PlanFacts
  proposal: Proposal | null
  model: string | null
  seed: string
  note?: string
}): PlanJson {
  const { facts, seed } = options
  const situation = readSituation(facts)
  const followed = options.proposal && follow(situation, options.proposal)
  const made = (source: PlanJson['source'], way: Way) =>
    certify({
      plan: assemble({
        draft: way.draft,
        seed,
        themes: way.themes,
        source,
        model: source === 'rules' ? null : options.model,
        note: options.note ?? notes[source],
      }),
      facts,
      repaired: way.rules,
    })
  const proposed = followed && made(followed.rules.size > 0 ? 'model_repaired' : 'model', followed)
  if (proposed && brokenRules(proposed).length === 0) return proposed
  const draft = planByRules(situation)
  if (draft.weekMinutes.includes(0)) throw tooLittleLeft()
  const plan = made('rules', { draft, themes: [], rules: new Set() })
  const broken = brokenRules(plan)
  if (broken.length > 0) throw new Error(`The planner broke its own rules: ${broken.join(' ')}`)
  return plan
}

function tooLittleLeft(): PlanningError {
  return new PlanningError(
    'nothing_to_plan',
    'known_topics',
    'What is left of the catalogue does not fill these weeks. Take a topic out of the known ones, or plan fewer weeks.',
  )
}

type Way = { draft: Draft; themes: (string | null)[]; rules: Set<RuleId> }

/** The plan a proposal leads to, and the rules it had to be changed for; null when nothing of it can be used. */
function follow(situation: Situation, proposal: Proposal): Way | null {
  const { wishes, themes, repaired } = readProposal(situation, proposal)
  if (wishes.length === 0) return null
  const { draft, rules, kept } = planByProposal(situation, wishes)
  if (kept === 0) return null
  const all = new Set<RuleId>([...repaired, ...rules])
  if (!fillsTime(situation, wishes)) all.add('H0')
  return { draft, themes, rules: all }
}

/** H0 of the proposal alone: something in every week, and enough of it. */
function fillsTime({ window, weekOfDay }: Situation, wishes: Wish[]): boolean {
  const weeks = new Set(wishes.map(({ day }) => weekOfDay[day]))
  const minutes = wishes.reduce((total, { problem }) => total + problem.minutes, 0)
  const time = window.weeks.reduce((total, week) => total + week.minutes, 0)
  return (
    weeks.size === window.weeks.filter(({ studyDays }) => studyDays.length > 0).length &&
    minutes >= LEAST_USED * time
  )
}

function certify(options: {
  plan: Omit<PlanJson, 'certificate'>
  facts: PlanFacts
  repaired: Set<RuleId>
}): PlanJson {
  const { plan, facts, repaired } = options
  const { rules, score, parts } = verifyPlan({ plan, facts })
  const certificate = {
    rules: rules.map((rule) => ({ ...rule, repaired: repaired.has(rule.id) })),
    score,
    parts,
  }
  return { ...plan, certificate }
}

function brokenRules({ certificate }: PlanJson): string[] {
  return certificate.rules.filter(({ passed }) => !passed).map(({ id, detail }) => `${id}: ${detail}`)
}
