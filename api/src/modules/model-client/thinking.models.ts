/** Tags, brackets and special tokens by which models set their thinking, and the turns of a conversation, apart. */
const NAMES = 'think(?:ing)?|thoughts?|reason(?:ing)?|reflection'
const MARKER = new RegExp(
  [
    `<\\s*/?\\s*(?:[a-z]{1,8}:)?(?:${NAMES})(?:\\s[^<>]{0,80})?/?>`,
    '\\[/?(?:THINK|INST)\\]',
    '◁/?think▷',
    '<[|｜][\\w▁ /-]{1,40}[|｜]>',
    '<\\|channel>|<channel\\|>',
    '</?s>|<(?:start|end)_of_turn>|<(?:eos|bos|pad)>',
  ].join('|'),
  'giu',
)
/** A prefix that may become a marker with the next piece. It may hold back too much, never too little. */
const PARTIAL = [
  /^<\s*\/?\s*[a-z_:]{0,20}(?:\s[^<>]{0,80})?\/?$/iu,
  /^<[|｜][\w▁ /-]{0,40}[|｜]?$/u,
  /^<channel\|?$/iu,
  /^\[\/?[a-z]{0,5}$/iu,
  /^◁\/?[a-z]{0,5}$/iu,
]
const MARKER_MAX = 130

type Mark = { kind: 'open' | 'close' | 'end' | 'over' | 'body' | 'drop' } | { kind: 'header'; of: Header }
/** A message of harmony names its channel; a message or a turn names who speaks. */
type Header = 'channel' | 'message' | 'turn'

const OPENS = /^(?:start_thinking|begin_of_thought|think(?:ing)?)$/
const CLOSES = /^(?:end_thinking|end_of_thought|\/think(?:ing)?)$/
const ENDS_ALL = /^(?:return|im_end|eot_id|eom_id|end_of_text|endoftext|end▁of▁sentence|end_response|user)$/

function read(marker: string): Mark {
  const text = marker.toLowerCase().replace(/\s/g, '')
  const special = /^<[|｜](.+)[|｜]>$/u.exec(text)?.[1]
  if (special !== undefined) {
    if (OPENS.test(special)) return { kind: 'open' }
    if (CLOSES.test(special)) return { kind: 'close' }
    if (special === 'channel') return { kind: 'header', of: 'channel' }
    if (special === 'start') return { kind: 'header', of: 'message' }
    if (['im_start', 'start_header_id'].includes(special)) return { kind: 'header', of: 'turn' }
    if (['message', 'im_sep', 'end_header_id'].includes(special)) return { kind: 'body' }
    if (['end', 'call'].includes(special)) return { kind: 'end' }
    return { kind: ENDS_ALL.test(special) ? 'over' : 'drop' }
  }
  if (text === '<|channel>') return { kind: 'header', of: 'channel' }
  if (text === '<channel|>') return { kind: 'end' }
  if (text === '<start_of_turn>') return { kind: 'header', of: 'turn' }
  if (['<end_of_turn>', '<eos>', '</s>'].includes(text)) return { kind: 'over' }
  if (/inst\]$|^<s>|^<bos>|^<pad>|\/>$/.test(text)) return { kind: 'drop' }
  return { kind: /^[<[◁]\//u.test(text) ? 'close' : 'open' }
}

/** How a thinking model begins that was not told to mark it; an answer to a learner begins with the learner. */
const THINKS_ALOUD =
  /^[^\p{L}]*(?:analysis|commentary|(?:okay|ok|alright|so|hmm+|let|we|i|first|the|looking|now|wait|given|here|thinking|thought|to|user|this)(?!\p{L}))/iu
/** Harmony whose special tokens a server took out: `analysisWe need …assistantfinalThe answer`. */
const BARE_ANALYSIS = /^(?:analysis|commentary)(?=\s*\S)/
const BARE_FINAL = /^[\s\S]*assistant\s*final(?:\s*json)?/

export type ThinkingFilter = {
  /** Takes the next piece and returns the text that is certain to be part of the answer. */
  push: (text: string) => string
  /** The rest of the answer, once nothing more comes. */
  end: () => string
  /** The server keeps thinking in a field of its own, so what comes as content is answer. */
  trust: () => void
  /** True if thinking was passed on as answer: its end came without a start. */
  isSpoilt: () => boolean
  /** True if there was no sign of thinking or of turns. */
  isPlain: () => boolean
}

/**
 * Takes a model's thinking and leaked control tokens out of a growing answer. A closing tag whose opening is missing
 * turns all before it into thinking, so nothing is let through until the answer has marked its thinking and ended it,
 * or has ended; where the model is `trusted` not to think aloud, from the first word that does not look like it.
 * Cutting the text elsewhere changes nothing of what comes out in all.
 *
 * @param said what the model was asked: a marker that occurs there may be spoken of, in code or quotes.
 */
export function createThinkingFilter({
  trusted = false,
  said = '',
}: {
  trusted?: boolean
  said?: string
} = {}): ThinkingFilter {
  const asked = said.toLowerCase()
  let buffer = ''
  let held = ''
  let out = ''
  let depth = 0
  let mode: 'answer' | 'thinking' | 'over' = 'answer'
  let header: { of: Header; text: string } | null = null
  let isCertain = false
  let mayTrust = trusted
  let hasBegun = false
  let hasReleased = false
  let isFinal = false
  let isSpoilt = false
  let isPlain = true
  /** The line of the answer that is being written, and whether it is in a block of code. */
  let line = ''
  let inBlock = false

  function release(): void {
    if (held.trim() !== '') hasReleased = true
    out += held
    held = ''
  }

  function say(text: string): void {
    const words = hasBegun ? text : text.trimStart()
    if (words === '') return
    hasBegun = true
    held += words
    for (const [at, part] of words.split('\n').entries()) {
      if (at > 0) {
        if (/^\s*(?:```|~~~)/.test(line)) inBlock = !inBlock
        line = ''
      }
      line += part
    }
    if (!isCertain && mayTrust && /^[^\p{L}]*\p{L}\S*\s/u.test(held)) {
      if (THINKS_ALOUD.test(held)) mayTrust = false
      else isCertain = true
    }
    if (isCertain) release()
  }

  /** All that came so far was thinking. */
  function discard(): void {
    if (hasReleased) isSpoilt = true
    held = ''
    line = ''
    hasBegun = inBlock = isCertain = mayTrust = false
  }

  function isSpokenOf(marker: string): boolean {
    if (depth > 0 || mode !== 'answer' || !asked.includes(marker.toLowerCase())) return false
    const isInline = (line.match(/`/g) ?? []).length % 2 === 1
    return inBlock || isInline || /["'“‘]$/.test(line)
  }

  function finishHeader(): void {
    if (!header) return
    const { of, text } = header
    header = null
    if (of !== 'channel') mode = /^\s*(?:user|system|tool|developer)/i.test(text) ? 'over' : 'answer'
    else if (/^\s*final/i.test(text)) {
      mode = 'answer'
      isCertain = isFinal = true
      release()
    } else mode = 'thinking'
  }

  function meetText(text: string): void {
    if (mode === 'over' || text === '') return
    if (header) {
      const end = text.indexOf('\n')
      header.text += end === -1 ? text : text.slice(0, end)
      if (end === -1) return
      finishHeader()
      meetText(text.slice(end + 1))
    } else if (depth === 0 && mode === 'answer') say(text)
  }

  function meetMarker(marker: string): void {
    if (mode === 'over') return
    if (isSpokenOf(marker)) {
      meetText(marker)
      return
    }
    isPlain = false
    const mark = read(marker)
    if (header && mark.kind !== 'drop') finishHeader()
    if (mark.kind === 'over') mode = hasBegun || depth > 0 || mode === 'thinking' ? 'over' : mode
    else if (depth === 0 && mark.kind === 'header') {
      if (mode === 'answer' && hasBegun && mark.of === 'turn') mode = 'over'
      // Another message begins, so the one before it was thinking, unless it was called the final one.
      else if (mode === 'answer' && hasBegun && !isFinal) discard()
      header = { of: mark.of, text: '' }
    } else if (mark.kind === 'body' && mode === 'answer' && /^\w+$/.test(held)) {
      // The server took the token before the name of the channel.
      header = { of: 'channel', text: held }
      discard()
      finishHeader()
    } else if (mode === 'thinking') {
      if (mark.kind === 'end') mode = 'answer'
    } else if (mark.kind === 'open') depth++
    else if (mark.kind === 'close' && depth > 0) {
      depth--
      if (depth === 0 && !hasBegun) isCertain = true
    } else if (mark.kind === 'close') discard()
  }

  function take(text: string, isLast: boolean): string {
    buffer += text
    for (;;) {
      MARKER.lastIndex = 0
      const found = MARKER.exec(buffer)
      if (!found) break
      meetText(buffer.slice(0, found.index))
      meetMarker(found[0])
      buffer = buffer.slice(found.index + found[0].length)
    }
    const safe = isLast ? buffer.length : partialFrom(buffer)
    meetText(buffer.slice(0, safe))
    buffer = buffer.slice(safe)
    const now = out
    out = ''
    return isSpoilt ? '' : now
  }

  return {
    push: (text) => take(text, false),
    end() {
      const now = take('', true)
      if (isSpoilt) return ''
      if (!BARE_ANALYSIS.test(held)) return now + held
      isPlain = false
      return now + (BARE_FINAL.test(held) ? held.replace(BARE_FINAL, '').trimStart() : '')
    },
    trust() {
      mayTrust = isCertain = true
      release()
    },
    isSpoilt: () => isSpoilt,
    isPlain: () => isPlain && hasBegun,
  }
}

/** An answer that is there as a whole, without the thinking. */
export function withoutThinking(text: string, options: { said?: string } = {}): string {
  const filter = createThinkingFilter(options)
  return filter.push(text) + filter.end()
}

/** Where the end of a text begins that may still become a marker. */
function partialFrom(text: string): number {
  for (let at = Math.max(0, text.length - MARKER_MAX); at < text.length; at++) {
    if (!'<[◁'.includes(text[at] ?? '')) continue
    const tail = text.slice(at)
    if (PARTIAL.some((partial) => partial.test(tail))) return at
  }
  return text.length
}
