import type { Migration } from 'kysely/migration'
import * as catalogue from './001-catalogue.ts'
import * as community from './002-community.ts'
import * as practice from './003-practice.ts'
import * as intakeAndKnowledge from './004-intake-and-knowledge.ts'
import * as plans from './005-plans.ts'
import * as identity from './006-identity.ts'
import * as profileIndex from './007-profile-index.ts'
import * as protection from './008-protection.ts'
import * as moderation from './009-moderation.ts'
import * as life from './010-life.ts'
import * as notesAndOwnProblems from './011-notes-and-own-problems.ts'
import * as calendar from './012-calendar.ts'
import * as exercises from './013-exercises.ts'
import * as scale from './014-scale.ts'
import * as workbench from './016-workbench.ts'
import * as dayStart from './017-day-start.ts'
import * as hints from './018-hints.ts'
import * as generationQueue from './019-generation-queue.ts'
import * as skippedTopics from './020-skipped-topics.ts'
import * as fastCompression from './021-fast-compression.ts'
import * as pastes from './022-pastes.ts'
import * as timeZoneNames from './023-time-zone-names.ts'
import * as importedComments from './025-imported-comments.ts'
import * as endedSessions from './029-ended-sessions.ts'
import * as declinedPlans from './030-declined-plans.ts'
import * as personalTokens from './038-personal-tokens.ts'

export const migrations: Record<string, Migration> = {
  '001-catalogue': catalogue,
  '002-community': community,
  '003-practice': practice,
  '004-intake-and-knowledge': intakeAndKnowledge,
  '005-plans': plans,
  '006-identity': identity,
  '007-profile-index': profileIndex,
  '008-protection': protection,
  '009-moderation': moderation,
  '010-life': life,
  '011-notes-and-own-problems': notesAndOwnProblems,
  '012-calendar': calendar,
  '013-exercises': exercises,
  '014-scale': scale,
  '016-workbench': workbench,
  '017-day-start': dayStart,
  '018-hints': hints,
  '019-generation-queue': generationQueue,
  '020-skipped-topics': skippedTopics,
  '021-fast-compression': fastCompression,
  '022-pastes': pastes,
  '023-time-zone-names': timeZoneNames,
  '025-imported-comments': importedComments,
  '029-ended-sessions': endedSessions,
  '030-declined-plans': declinedPlans,
  '038-personal-tokens': personalTokens,
}
