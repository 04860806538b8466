/**
 * How long a caller waits at most for an answer that is under way already: with what the database may take, a request
 * stays below its six seconds.
 */
export const PATIENCE_MS = 250

type Turn<Answer> = { over: Promise<void>; next: Promise<Answer> | undefined }

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
  const underWay = new Map<string, Turn<Answer>>()

  function begin(key: string, asked: Asked): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => resolve(read(asked)))
    const end = () => {
      if (turn.next === undefined) underWay.delete(key)
    }
    const turn: Turn<Answer> = { over: answer.then(end, end), next: undefined }
    underWay.set(key, turn)
    return answer
  }

  return (asked) => {
    const key = JSON.stringify(asked)
    const turn = underWay.get(key)
    if (turn === undefined) return begin(key, asked)
    turn.next ??= atMost(PATIENCE_MS, turn.over).then(() => begin(key, asked))
    return turn.next
  }
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
