import type { Clock } from '../../shared/clock.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import { toEmbeddingText } from '../intake/intake.models.ts'
import { embedAtOnce } from '../intake/intake.usecases.ts'
import { checkFile, renameFile } from './imports.models.ts'
import type { ImportsRepository } from './imports.repository.ts'
import type { Imported, ImportFile } from './imports.schemas.ts'

export type ImportsDeps = {
  imports: ImportsRepository
  catalogue: CatalogueCache
  embedder: Embedder
  clock: Clock
}

/**
 * Reads an export into the learner's empty account. What is derived (the embedding, progress, counts) is made anew,
 * never taken from a file.
 *
 * @throws 400 at the field that this installation cannot take over, 409 `import.account_not_empty`
 */
export async function importFile({
  learner,
  file,
  imports,
  catalogue,
  embedder,
  clock,
}: ImportsDeps & { learner: { id: string; name: string }; file: ImportFile }): Promise<Imported> {
  const catalogueIds = await imports.catalogueIds()
  const errors = checkFile({
    file,
    problems: new Set(catalogueIds.keys()),
    topics: (await catalogue.get()).topicSlugs,
    now: clock(),
  })
  if (errors.length > 0) throw invalidRequest(errors)
  const { intake } = file
  const embedding = intake
    ? await embedAtOnce({ text: toEmbeddingText(intake), learnerId: learner.id, embedder })
    : undefined
  await imports.write({ learner, file: renameFile(file, catalogueIds), embedding, catalogueIds })
  return {
    imported: {
      intake: intake ? 1 : 0,
      plans: file.plans.length,
      generations: file.generations.length,
      attempts: file.attempts.length,
      own_problems: file.own_problems.length,
      notes: file.notes.length,
      code_drafts: file.code_drafts.length,
      submissions: file.submissions.length,
      hints: file.hints.length,
      interviews: file.interviews.length,
      upvotes: file.upvotes.length,
      comments: file.comments.length,
    },
    left_out: { reports: file.reports.length },
    exported_at: file.exported_at,
  }
}
