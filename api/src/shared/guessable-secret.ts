/** Words that people write in the place of a secret, and sources of example values. */
const words =
  `access admin api auth base64 change changeme codify cookie database default dev development dummy example fixme foobar
  for from generate guess hello here insecure jwt key letmein local localhost login long master metrics my nextauth nobody not nothing openssl
  openssl-rand pass password placeholder please postgres prod production random replace root sample secret secure server
  session short simple some something staging string super temporary test testing that the this token todo user value very
  welcome will with word you your admin123 iloveyou dragon monkey qwerty`
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qwertzuiop', '!@#$%^&*()'].flatMap(
  (row) => [row, [...row].reverse().join('')],
)
const lookalikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** A secret that is tried against what an attacker holds (a cookie, a token) must have this many. */
export const SECRET_BITS = 64
/** A password that only a server can be asked about. */
export const PASSWORD_BITS = 30

/** Bits for one of the words above, a run or a repetition: which one it is, and from where to where. */
const PATTERN_BITS = 6
/** English tells itself: about two bits a letter (Shannon, 1951). */
const BITS_A_LETTER = 2
const LONGEST = 256

/**
 * About how many bits there are to guess in a secret, counted low: known words, runs (`abc`, `321`, `qwerty`, `aaa`) and
 * repetitions cost a guesser next to nothing, words in letters little, and each other character what its kinds have.
 */
export function bitsToGuess(secret: string): number {
  const text = secret.slice(0, LONGEST)
  // `1q2w3e4r` is two rows of keys that take turns.
  const turns = [0, 1].map((turn) => [...text].filter((_, at) => at % 2 === turn).join(''))
  return Math.min(
    bitsOf(text),
    turns.map(bitsOf).reduce((one, other) => one + other),
  )
}

function bitsOf(secret: string): number {
  const text = secret.toLowerCase()
  const plain = [...text].map((each) => lookalikes[each] ?? each).join('')
  const perCharacter = Math.log2(kindsOf(secret))
  const perLetter = isWords(secret) ? Math.min(BITS_A_LETTER, perCharacter) : perCharacter
  let bits = 0
  for (let at = 0; at < text.length; ) {
    const here = text[at] ?? ''
    const pattern = Math.max(
      wordAt(text, at),
      wordAt(plain, at),
      runAt(text, at),
      rowAt(text, at),
      repetitionAt(text, at),
    )
    if (pattern >= 3) bits += PATTERN_BITS
    else if (/[a-z]/.test(here)) bits += perLetter
    // A separator adds information only at its first occurrence.
    else bits += /\W|_/.test(here) && text.indexOf(here) < at ? 1 : perCharacter
    at += pattern >= 3 ? pattern : 1
  }
  return bits
}

/** How many characters there are of the kinds that a text uses. */
function kindsOf(text: string): number {
  if (/^[\da-f-]*$/i.test(text)) return /[a-f]/i.test(text) ? 16 : 10
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 20],
  ]
  return Math.max(
    2,
    kinds.reduce((sum, [kind, count]) => sum + (kind.test(text) ? count : 0), 0),
  )
}

/** The length of what is known at a place of a text; 0 for nothing. */
function wordAt(text: string, at: number): number {
  return words.find((word) => text.startsWith(word, at))?.length ?? 0
}

function rowAt(text: string, at: number): number {
  let longest = 0
  for (const row of rows) {
    const from = row.indexOf(text[at] ?? '')
    let length = from < 0 ? 0 : 1
    while (length > 0 && from + length < row.length && row[from + length] === text[at + length]) length++
    longest = Math.max(longest, length)
  }
  return longest
}

/** Characters that follow each other by the same step: none, one up, or one down. */
function runAt(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at)
  if (!(Math.abs(step) <= 1)) return 1
  let length = 2
  while (text.charCodeAt(at + length) - text.charCodeAt(at + length - 1) === step) length++
  return length
}

/** The most that is here and was before, which may lead on into itself. */
function repetitionAt(text: string, at: number): number {
  let longest = 0
  for (let from = 0; from < at; from++) {
    let length = 0
    while (at + length < text.length && text[from + length] === text[at + length]) length++
    longest = Math.max(longest, length)
  }
  return longest
}

/**
 * True if the letters of a text are words: most stand in runs of one case, few of them alone, with a natural share of
 * vowels. Of 20,000 random texts in base64 less than one in a hundred passes for words.
 */
function isWords(text: string): boolean {
  const words: string[] = text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []
  const letters = words.join('')
  const long = words.filter(({ length }) => length >= 4).join('')
  const short = words.filter(({ length }) => length <= 2)
  const vowels = letters.replace(/[^aeiou]/gi, '')
  return (
    long.length > 0.6 * letters.length &&
    short.length < 0.45 * words.length &&
    vowels.length > 0.28 * letters.length
  )
}
