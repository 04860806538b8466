import { heading } from './step.ts'

export type Write = (text: string) => void

export type LaneStep = {
  title: string
  /** Answers whether it went well; ends soon after `signal` is aborted. */
  run: (lane: { write: Write; signal: AbortSignal }) => Promise<boolean>
}

/**
 * Runs lanes side by side, and the steps of each lane one after another. The first lane prints as it goes; a step of
 * another lane prints everything when it ends. After the first failure the running steps are ended and no step begins.
 *
 * @returns the title of the step that failed first, or null
 */
export async function runLanes(lanes: readonly LaneStep[][], print: Write): Promise<string | null> {
  const stop = new AbortController()
  let failed: string | null = null
  let live = ''

  async function runLane(steps: readonly LaneStep[], isLive: boolean): Promise<void> {
    for (const { title, run } of steps) {
      if (failed !== null) return
      let output = heading(title)
      if (isLive) {
        live = title
        print(output)
      }
      const write: Write = isLive
        ? print
        : (text) => {
            output += text
          }
      const ok = await run({ write, signal: stop.signal })
      // A step that was stopped because another one failed is no failure.
      if (failed !== null) return
      if (!ok) {
        failed = title
        stop.abort()
      }
      if (!isLive) print(ok && live !== '' ? `${output}${heading(`${live} (goes on)`)}` : output)
    }
    if (isLive) live = ''
  }

  await Promise.all(lanes.map((steps, at) => runLane(steps, at === 0)))
  return failed
}
