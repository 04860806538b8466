import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createThinkingFilter, withoutThinking } from './thinking.models.ts'

/** Filters an answer in pieces and returns the result, with the text that was out before the end. */
function filter(
  pieces: string[],
  options: { trusted?: boolean; said?: string } = {},
): { text: string; early: string; isSpoilt: boolean } {
  const { push, end, isSpoilt } = createThinkingFilter(options)
  const early = pieces.map(push).join('')
  return { text: early + end(), early, isSpoilt: isSpoilt() }
}

const hint = 'Your loop is right. What if the list is empty?'
const cases: [string, string, string][] = [
  ['no thinking', hint, hint],
  ['a thought before the answer', `<think>secret</think>\n\n${hint}`, hint],
  ['another tag', `<thinking>secret</thinking>${hint}`, hint],
  ['capitals and spaces', `< THINK >secret</ Think >${hint}`, hint],
  ['an attribute', `<think type="deep">secret</think>${hint}`, hint],
  ['a tag with a prefix', `<seed:think>secret</seed:think>${hint}`, hint],
  ['an empty thought', `<think>\n\n</think>\n\n${hint}`, hint],
  ['a thought within a thought', `<think>a<think>secret</think>secret</think>${hint}`, hint],
  ['thoughts between sentences', `Yes. <think>secret</think>No.`, 'Yes. No.'],
  ['a thought that never ends', `<think>secret ${hint}`, ''],
  ['an answer, then a thought that never ends', `${hint}<think>secret`, hint],
  ['an end without a beginning', `secret\n</think>\n${hint}`, hint],
  ['two ends without a beginning', `secret</think>secret</THINKING>${hint}`, hint],
  ['square brackets', `[THINK]secret[/THINK]${hint}`, hint],
  ['other brackets', `◁think▷secret◁/think▷${hint}`, hint],
  [
    'special tokens of its own',
    `<|START_THINKING|>secret<|END_THINKING|><|START_RESPONSE|>${hint}<|END_RESPONSE|>`,
    hint,
  ],
  [
    'channels',
    `<|channel|>analysis<|message|>secret<|end|><|start|>assistant<|channel|>final<|message|>${hint}<|return|>`,
    hint,
  ],
  [
    'channels whose first token is missing',
    `analysis<|message|>secret<|end|><|start|>assistant<|channel|>final<|message|>${hint}`,
    hint,
  ],
  [
    'channels without any first token',
    `secret<|end|><|start|>assistant<|channel|>final<|message|>${hint}`,
    hint,
  ],
  ['a final channel whose token is missing', `final<|message|>${hint}<|return|>`, hint],
  [
    'a commentary',
    `<|channel|>commentary to=x<|message|>secret<|call|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${hint}`,
    hint,
  ],
  ['an analysis alone', '<|channel|>analysis<|message|>secret<|end|>', ''],
  ['channels without special tokens', `analysisWe keep it secret.assistantfinal${hint}`, hint],
  ['an analysis without special tokens', 'analysisWe keep it secret.', ''],
  ['channels of another kind', `<|channel>thought\nsecret<channel|>${hint}`, hint],
  ['an end of turn', `${hint}<|im_end|>\n<|im_start|>user\nsecret`, hint],
  ['a turn of its own', `<|im_start|>assistant\n${hint}<|im_end|>`, hint],
  ['headers', `<|start_header_id|>assistant<|end_header_id|>\n\n${hint}<|eot_id|>`, hint],
  ['an end of sentence', `${hint}<｜end▁of▁sentence｜>secret`, hint],
  ['other leaked tokens', `<s>[INST]${hint}[/INST]</s>`, hint],
  [
    'signs that are no markers',
    'Is i < n and a[i] > 0? <b> <thinker> [x] <|',
    'Is i < n and a[i] > 0? <b> <thinker> [x] <|',
  ],
]

describe('thinking', () => {
  test.each(cases)('%s: the answer alone comes through', (_, answer, right) => {
    expect(withoutThinking(answer)).toBe(right)
  })

  test('is the same wherever the stream was cut, and never out before its end', () => {
    const answer = fc.constantFrom(...cases.map(([, text]) => text))
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    fc.assert(
      fc.property(answer, sizes, (text, cuts) => {
        const { text: out, early } = filter(piecesOf(text, cuts))
        expect(out).toBe(withoutThinking(text))
        expect(early + out).not.toContain('secret')
      }),
      { numRuns: 500 },
    )
  })

  test('made of any pieces gives the same in any cuts', () => {
    const part = fc.constantFrom(
      ...[
        '<think>',
        '</think>',
        '<thi',
        'nk>',
        '<|channel|>',
        'analysis',
        'final',
        '<|message|>',
        '<|end|>',
        '<|start|>',
      ],
      ...[
        'assistant',
        '<|im_end|>',
        '[THINK]',
        '[/THINK]',
        'You see. ',
        '\n',
        '`',
        '"',
        '<',
        '|>',
        '```\n',
        '🙂',
        'a < b ',
      ],
    )
    const parts = fc.array(part, { maxLength: 25 })
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    fc.assert(
      fc.property(parts, sizes, fc.boolean(), fc.boolean(), (all, cuts, trusted, isAbout) => {
        const options = { trusted, said: isAbout ? 'print("<think>")' : '' }
        const whole = filter([all.join('')], options)
        const cut = filter(piecesOf(all.join(''), cuts), options)
        expect(cut.isSpoilt).toBe(whole.isSpoilt)
        if (!whole.isSpoilt) expect(cut.text).toBe(whole.text)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an answer is let through early', () => {
  test('once its thinking has ended', () => {
    expect(filter(['<think>secret</th', 'ink>', 'You are ', 'close.']).early).toBe('You are close.')
    expect(filter(['<|channel|>final<|message|>', 'You ']).early).toBe('You ')
  })

  test('from a model that does not think aloud, unless this looks like it', () => {
    expect(filter(['You ', 'are close.'], { trusted: true }).early).toBe('You are close.')
    for (const thought of [
      'Okay, so secret</think>',
      '**We** need secret</think>',
      'analysisWe secret assistantfinal',
    ])
      expect(filter([thought, hint], { trusted: true })).toEqual({ text: hint, early: '', isSpoilt: false })
    expect(filter(['You secret ', '</think>', hint], { trusted: true })).toMatchObject({ isSpoilt: true })
  })

  test('where the server keeps thinking apart', () => {
    const { push, trust, end } = createThinkingFilter()
    expect(push('Okay ')).toBe('')
    trust()
    expect(push('then')).toBe('Okay then')
    expect(end()).toBe('')
  })
})

describe('code that is about tags', () => {
  const said = 'text.replace("<think>", "")  # and </think>'

  test.each([
    'Your code looks for `<think>` alone. And `</think>`?',
    'See:\n\n```python\nif "<think>" in text:\n    at = text.find("</think>")\n```\n\nWhat comes after?',
    'You search for "<think>" only.',
  ])('may be spoken of: %j', (answer) => {
    expect(withoutThinking(answer, { said })).toBe(answer)
    expect(withoutThinking(`<think>secret</think>${answer}`, { said })).toBe(answer)
  })

  test('hides no thinking outside of code', () => {
    expect(withoutThinking(`<think>secret</think>${hint}`, { said })).toBe(hint)
    expect(withoutThinking(`secret</think>${hint}`, { said })).toBe(hint)
  })
})

function piecesOf(text: string, sizes: number[]): string[] {
  const pieces: string[] = []
  for (let from = 0, i = 0; from < text.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    pieces.push(text.slice(from, from + size))
    from += size
  }
  return pieces
}
