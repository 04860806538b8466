import { type PlanJson, type RuleId, ruleIds } from '../plans.schemas.ts'
import { type ScorePart, scoreItems } from '../score/score.ts'
import {
  type Change,
  checkKept,
  checkListed,
  checkNewEvidence,
  checkOpenCatalogue,
  checkOpenDates,
  checkOpenMinutes,
  checkOpenOrder,
  checkOpenSolved,
  checkUsed,
  readStarted,
  type Started,
} from './rules-under-way.ts'
import { scoreContext, toScored } from './verified-plan.ts'
import type { RuleResult } from './verifier.ts'

const checks: Record<RuleId, (started: Started) => { problems: string[]; fine: string }> = {
  H0: checkUsed,
  H1: checkOpenCatalogue,
  H2: (started) => checkOpenOrder(started, 'H2'),
  H3: checkOpenMinutes,
  H4: (started) => checkOpenOrder(started, 'H4'),
  H5: checkOpenDates,
  H6: (started) => checkOpenOrder(started, 'H6'),
  H7: checkOpenSolved,
  H8: checkNewEvidence,
  H9: checkKept,
  H10: checkListed,
}

/** Proves a plan under way against the facts and the plan it follows, for what was asked: what lies before today is history. */
export function verifyUnderWay(options: {
  plan: Omit<PlanJson, 'certificate'>
  before: PlanJson
  change: Change
}): { rules: RuleResult[]; score: number; parts: Record<ScorePart, number> } {
  const started = readStarted(options)
  const rules = ruleIds.map((id) => {
    const { problems, fine } = checks[id](started)
    const more = problems.length > 3 ? ` and ${problems.length - 3} more` : ''
    const passed = problems.length === 0
    return { id, passed, detail: passed ? fine : `${problems.slice(0, 3).join('; ')}${more}.` }
  })
  return { rules, ...scoreItems(toScored(started.verified), scoreContext(started.verified)) }
}
