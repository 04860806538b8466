import { type HintEvent, hintEventSchema } from '@codify/api/contract'
import { EventSourceParserStream } from 'eventsource-parser/stream'

/** The events of an answer as they come; what is no event of ours is passed over. */
export async function* hintEventsOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<HintEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const event = parseHintEvent(next.value)
      if (event) yield event
    }
  } finally {
    // Whoever stops listening stops the model too; a stream that failed has nothing left to stop.
    await reader.cancel().catch(() => {})
  }
}

function parseHintEvent({
  event,
  data,
}: {
  event?: string | undefined
  data: string
}): HintEvent | undefined {
  try {
    return hintEventSchema.safeParse({ ...JSON.parse(data), type: event }).data
  } catch {
    return undefined
  }
}
