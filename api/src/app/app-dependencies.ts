import type { Db } from '@codify/db'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import type { CatalogueCache } from '../modules/catalogue/catalogue-cache.ts'
import type { Embedder } from '../modules/embeddings/embeddings.models.ts'
import type { Generator } from '../modules/generations/generations.usecases.ts'
import type { Hinter } from '../modules/hints/openai-hinter.ts'
import type { EmbedLater } from '../modules/intake/intake.usecases.ts'
import type { LibraryReader } from '../modules/library/library.ts'
import type { ModelGuard } from '../modules/model-guard/model-guard.ts'
import type { LifeDeps } from '../modules/plans/changes/change-plan.ts'
import type { Clock } from '../shared/clock.ts'
import type { ConnectionLimit } from '../shared/connection-limit.ts'
import type { TokenVerifier } from './auth/token-verifier.ts'
import type { Metrics } from './metrics.ts'

/** Built once in `main.ts` (or a test) and passed down; nothing else is reached for. */
export type AppDependencies = {
  db: Db
  /** For reads that may lag a moment; the same as `db` without a replica. */
  readDb: Db
  catalogue: CatalogueCache
  /** The texts of patterns, topics and hints. */
  library: LibraryReader
  clock: Clock
  logger: Logger
  verifyToken: TokenVerifier
  embedder: Embedder
  embedLater: EmbedLater
  generator: Generator
  /** Absent: nothing answers questions about code. */
  hinter: Hinter | undefined
  /** A language model proposes plans. */
  hasModel: boolean
  guard: ModelGuard
  /** How long a model may take, in seconds. */
  modelSeconds: number
  limits: Config['limits']
  moderators: Config['moderators']
  trustedProxies: number
  metrics: Metrics
  life: LifeDeps
  /** The public address of the pages. */
  webUrl: string
  canMail: boolean
  /** Scrapers must show this token; absent: metrics are open. */
  metricsToken: string | undefined
  traced: boolean
  /** Absent where no server listens. */
  connections: Pick<ConnectionLimit, 'vouchFor'> | undefined
}
