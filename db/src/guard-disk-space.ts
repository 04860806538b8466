import { statfs } from 'node:fs/promises'
import type { PGlite } from '@electric-sql/pglite'

const EVERY_MS = 2_000
/** Room for a few segments of PGlite's log: once that cannot be written, PGlite hangs for good and takes the process along. */
const LOW_BYTES = 64 * 1024 * 1024
const ENOUGH_BYTES = 96 * 1024 * 1024

/**
 * Has the embedded database refuse changes (25006) while its disk is nearly full, so that it goes on being read and
 * goes on by itself once there is room.
 *
 * @returns a function that ends the watch
 */
export function guardDiskSpace({
  pglite,
  folder,
  onError,
  freeBytes = freeBytesOf,
  everyMs = EVERY_MS,
}: {
  pglite: PGlite
  folder: string
  onError: (error: Error) => void
  freeBytes?: (folder: string) => Promise<number>
  everyMs?: number
}): () => Promise<void> {
  let isLow = false
  let looking = Promise.resolve()
  async function look(): Promise<void> {
    const free = await freeBytes(folder)
    if (isLow ? free < ENOUGH_BYTES : free >= LOW_BYTES) return
    await pglite.exec(`set default_transaction_read_only = ${isLow ? 'off' : 'on'}`)
    isLow = !isLow
    onError(
      new Error(
        isLow
          ? `the disk of ${folder} is nearly full; until there is room, nothing is written`
          : `the disk of ${folder} has room again`,
      ),
    )
  }
  const timer = setInterval(() => {
    looking = looking.then(look).catch(onError)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
