import type { Db } from '@codify/db'
import { replayCard } from './review-cards.models.ts'

/** Replays the cards of some problems from the attempts that stand, within the transaction that changed them. */
export async function rebuildCards({
  tx,
  learnerId,
  problemIds,
}: {
  tx: Db
  learnerId: string
  problemIds: string[]
}): Promise<void> {
  for (const problemId of problemIds) {
    const attempts = await tx
      .selectFrom('attempts')
      .select(['outcome', 'rating', 'hints_used', 'created_at'])
      .where('learner_id', '=', learnerId)
      .where((eb) => eb.or([eb('problem_id', '=', problemId), eb('for_problem_id', '=', problemId)]))
      .where('retracted_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    const card = replayCard(attempts)
    const own = { learner_id: learnerId, problem_id: problemId }
    if (card)
      await tx
        .insertInto('review_cards')
        .values({ ...own, ...card })
        .onConflict((on) => on.columns(['learner_id', 'problem_id']).doUpdateSet(card))
        .execute()
    else
      await tx
        .deleteFrom('review_cards')
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
        .execute()
  }
}
