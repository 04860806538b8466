/**
 * How long a caller waits at most for an answer that is under way already: with what the database may take, a request
 * stays below its six seconds.
 */
export const PATIENCE_MS = 250

/** Of one question: when the read under way is over, and the answer that those wait for who may still be joined. */
type Line<Answer> = { over: Promise<void> | undefined; next: Promise<Answer> | undefined }

/**
 * `read`, of which callers who ask the same at the same time share an answer. Nobody joins a read that has begun: who
 * comes while one is under way waits for the next, which begins when that one is over (or takes long) and is of all who
 * wait. So an answer is never older than its question, and what somebody was told is written shows in every later read.
 * An error goes to those alone who shared the read, and no answer is kept.
 *
 * @param read takes JSON that says everything its answer depends on
 */
export function shareReads<Asked, Answer>(
  read: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const lines = new Map<string, Line<Answer>>()

  async function readNext(key: string, line: Line<Answer>, asked: Asked): Promise<Answer> {
    if (line.over) await atMost(PATIENCE_MS, line.over)
    await endOfTurn()
    line.next = undefined
    const answer = new Promise<Answer>((resolve) => resolve(read(asked)))
    const end = () => {
      if (line.over === over && line.next === undefined) lines.delete(key)
    }
    const over = answer.then(end, end)
    line.over = over
    return answer
  }

  return (asked) => {
    const key = JSON.stringify(asked)
    const line = lines.get(key) ?? { over: undefined, next: undefined }
    lines.set(key, line)
    line.next ??= readNext(key, line, asked)
    return line.next
  }
}

/** Waits until all that has arrived meanwhile was looked at: who asks the same in one turn of the event loop shares. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Waits for `over`, which does not fail, but not longer than so many milliseconds. */
function atMost(milliseconds: number, over: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void over.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
