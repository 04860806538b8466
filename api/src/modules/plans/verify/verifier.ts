import { planWindow } from '../known/calendar.ts'
import { readHistory } from '../known/history.ts'
import type { PlanFacts } from '../plans.facts.ts'
import type { PlanJson, RuleId } from '../plans.schemas.ts'
import { ruleIds } from '../plans.schemas.ts'
import { type ScorePart, scoreItems } from '../score/score.ts'
import { checkCatalogue, checkEvidence } from './rules-facts.ts'
import { checkHardAfterMedium, checkOnce, checkPrerequisites, checkSolved } from './rules-order.ts'
import { checkOverflow, checkStarted } from './rules-previous.ts'
import { checkComplete, checkDates, checkMinutes } from './rules-time.ts'
import { listItems, scoreContext, toScored, type VerifiedPlan } from './verified-plan.ts'

export type RuleResult = { id: RuleId; passed: boolean; detail: string }

type Check = (plan: VerifiedPlan) => { problems: string[]; fine: string }

const checks: Record<RuleId, Check> = {
  H0: checkComplete,
  H1: checkCatalogue,
  H2: checkPrerequisites,
  H3: checkMinutes,
  H4: checkOnce,
  H5: checkDates,
  H6: checkHardAfterMedium,
  H7: checkSolved,
  H8: checkEvidence,
  H9: checkStarted,
  H10: checkOverflow,
}

/**
 * Proves a plan against the facts: every hard rule with what was found, and the soft score by part.
 * Throws PlanningError when the facts leave no day to plan.
 */
export function verifyPlan(options: { plan: Omit<PlanJson, 'certificate'>; facts: PlanFacts }): {
  rules: RuleResult[]
  score: number
  parts: Record<ScorePart, number>
} {
  const { plan, facts } = options
  const verified: VerifiedPlan = {
    plan,
    facts,
    window: planWindow(facts.intake, facts.today, facts.breaks),
    history: readHistory(facts),
    items: listItems(plan),
    problems: new Map(facts.problems.map((problem) => [problem.slug, problem])),
  }
  const rules = ruleIds.map((id) => {
    const { problems, fine } = checks[id](verified)
    const more = problems.length > 3 ? ` and ${problems.length - 3} more` : ''
    return {
      id,
      passed: problems.length === 0,
      detail: problems.length === 0 ? fine : `${problems.slice(0, 3).join('; ')}${more}.`,
    }
  })
  return { rules, ...scoreItems(toScored(verified), scoreContext(verified)) }
}
