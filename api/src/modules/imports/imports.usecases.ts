import type { Clock } from '../../shared/clock.ts'
import { invalidRequest, malformedBody } from '../../shared/errors.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import { toEmbeddingText } from '../intake/intake.models.ts'
import { embedAtOnce } from '../intake/intake.usecases.ts'
import { importedParts } from '../learners/learner-data.ts'
import { rowsOf } from './imports.models.ts'
import type { ImportsRepository } from './imports.repository.ts'
import { type Imported, importedSchema } from './imports.schemas.ts'
import { checkInWorker } from './upload-checker.ts'

export type ImportsDeps = {
  imports: ImportsRepository
  catalogue: CatalogueCache
  embedder: Embedder
  clock: Clock
}

/**
 * Reads an export into the learner's empty account. What is derived (the embedding, progress, counts) is made anew,
 * never taken from a file; comments stay the learner's own affair.
 *
 * @throws 400 at the field that this installation cannot take over, 409 `import.account_not_empty`, 413
 * `import.too_much`
 */
export async function importFile({
  learner,
  bytes,
  imports,
  catalogue,
  embedder,
  clock,
}: ImportsDeps & {
  learner: { id: string; name: string }
  bytes: Uint8Array<ArrayBuffer>
}): Promise<Imported> {
  const catalogueIds = await imports.catalogueIds()
  const { topicSlugs: topics } = await catalogue.get()
  const checked = await checkInWorker(bytes, { problemIds: catalogueIds, topics, now: clock() })
  if (checked.kind === 'malformed') throw malformedBody()
  if (checked.kind === 'refused') throw invalidRequest(checked.errors)
  const { file } = checked
  const { intake } = file
  const embedding = intake
    ? await embedAtOnce({ text: toEmbeddingText(intake), learnerId: learner.id, embedder })
    : undefined
  await imports.write({ learner, file, embedding, catalogueIds })
  return importedSchema.parse({
    imported: Object.fromEntries(importedParts.map(({ kind }) => [kind, rowsOf(file[kind]).length])),
    left_out: { reports: file.reports.length },
    hidden: { comments: file.comments.length },
    exported_at: file.exported_at,
  })
}
