/** So many letters in a row of our instructions are no chance: some seven words. */
const RUN_MAX = 36
/** Shorter pieces count together, so that words put in between do not hide the rest. */
const PIECE_LEAST = 18
const PIECES_MAX = 120
/** A text that ends like a part of the instructions may become a piece of them: it waits, after a first piece to its end. */
const WAIT_LEAST = 8

export type EchoWatch = {
  /** Takes the next piece and returns the text that may be shown now; nothing more once it repeats the instructions. */
  push: (text: string) => string
  end: () => string
  hasEcho: () => boolean
}

/**
 * Watches a growing text for a model's own instructions. Letters alone are compared, so that case, spacing, accents, markup,
 * numbering and where the text was cut make no difference; also backwards, in ROT13 and in Base64.
 */
export function createEchoWatch(instructions: string): EchoWatch {
  const plain = lettersOf(instructions)
  const secrets = [
    plain,
    [...plain].reverse().join(''),
    plain.replace(/[a-z]/g, rot13),
    lettersOf(Buffer.from(instructions).toString('base64')),
  ].join('\n')
  /** The longest end of the text that is a part of the instructions, and what was not shown yet. */
  let run = ''
  let waiting = ''
  let pieces = 0
  let hasEcho = false

  function read(letter: string): void {
    if (secrets.includes(run + letter)) run += letter
    else if (run.length >= PIECE_LEAST) {
      pieces += run.length
      run = letter
    } else {
      run += letter
      while (run !== '' && !secrets.includes(run)) run = run.slice(1)
    }
    hasEcho ||= run.length >= RUN_MAX || pieces + (run.length >= PIECE_LEAST ? run.length : 0) >= PIECES_MAX
  }

  return {
    push(text) {
      let shown = ''
      for (const sign of text) {
        for (const letter of lettersOf(sign)) read(letter)
        if (hasEcho) return shown
        waiting += sign
        if (run.length < WAIT_LEAST && pieces === 0) {
          shown += waiting
          waiting = ''
        }
      }
      return shown
    },
    end: () => (hasEcho ? '' : waiting),
    hasEcho: () => hasEcho,
  }
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
}

function rot13(letter: string): string {
  return String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97)
}
