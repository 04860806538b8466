import { atMost, endOfTurn, PATIENCE_MS } from './turns.ts'

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
