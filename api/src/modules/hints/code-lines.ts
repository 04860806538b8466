/** Lists and quotes put something before a line; it is the rest that may be code. */
const MARKERS = /^\s*(?:(?:>|[-*+](?=\s)|\d{1,3}[.)](?=\s))\s*)*/

export function withoutMarkers(line: string): string {
  return line.replace(MARKERS, '')
}

/** Shapes of a line of TypeScript, JavaScript or Python outside a fence. */
const SHAPES = [
  /^(?:(?:export|async|public|private|static)\s+)*(?:def|function|class)\b[^.]*[({:]/,
  /^(?:const|let|var)\s.*=/,
  /^(?:import\s+[\w{*'"]|from\s+\S+\s+import\s)/,
  /^(?:if|elif|else|for|while|with|try|except|catch|switch|case|do)\b.*[()[\]=<>!].*[{:;]$/,
  /^(?:if|elif|while|for)\s*\(.*\)\s*(?:return|continue|break|[\w.$]+\s*[(=[])/,
  /^for\s+\w+(?:\s*,\s*\w+)*\s+in\s.*:/,
  /^(?:if|elif|while)\s+(?:not\s+)?[\w.]+:/,
  /^(?:else|try|finally|do)\s*[:{]$/,
  /^(?:return|yield|raise|throw|assert)\b(?!.*[.?!]$)/,
  /^(?:break|continue|pass)\s*;?$/,
  /^[\w.$[\]'"+-]+(?:\s*,\s*[\w.$[\]]+)*\s*(?:[-+*/%|&^]|\/\/|\*\*|<<|>>|\|\||&&|\?\?)?=(?!=)\s*\S/,
  /^[\w.$]+\s*:\s*[\w[\], .|<>]+=\s*\S/,
  /^(?:await\s+)?[\w.$]+(?:\[[^\]]*\])*\(.*\)[\w.()[\]]*\s*;?$/,
  /=>\s*\S/,
  /[;{}]$/,
  /^[\])}]+[;,)]*$/,
  /^(?:\/\/|@\w)/,
]

export function looksLikeCode(line: string): boolean {
  const text = withoutMarkers(line).replace(/^[*_~|\s]+|[*_~|\s]+$/g, '')
  return text !== '' && SHAPES.some((shape) => shape.test(text))
}

/** A line of code as it is compared: without comment, spacing and end; empty where it says nothing. */
export function normaliseLine(line: string): string {
  const text = line
    .replace(/(?:^|\s)(?:\/\/|#).*$/, '')
    .replace(/\s+/g, '')
    .replace(/[;,]+$/, '')
  return /^[()[\]{}]*$/.test(text) ? '' : text
}

/** Returns the code of a line without its comment; a comment that is code itself stays. */
export function withoutComment(line: string): string {
  const [, comment] = /^\s*(?:\/\/|#)\s?(.*)$/.exec(line) ?? []
  if (comment === undefined) return line
  return looksLikeCode(comment) ? comment : ''
}

/** How many lines a line would be if each statement had its own. */
export function statementsOf(line: string): number {
  let text = line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/\([^()]*\)/g, '')
  }
  const more = text.match(/[;{]\s*(?=[^\s;{}])/g)?.length ?? 0
  return 1 + more + (line.length > LONG ? 1 : 0)
}
const LONG = 100

/** True if a line returns a computed value: more than a name or a constant. */
export function returnsWork(line: string): boolean {
  const [, value] = /(?:^|[:{;)]\s*|\belse\s+)return\b\s*([^;}]*)/.exec(withoutMarkers(line).trim()) ?? []
  return value !== undefined && !/^(?:[\w.$]*|-?\d+|\[\s*\]|\{\s*\}|''|"")$/.test(value.trim())
}

/** True if code defines what the exercise asks for, under any of its names. */
export function definesOne(code: string, names: readonly string[]): boolean {
  return names.some((name) =>
    new RegExp(
      `(?:\\b(?:def|function\\*?|class)\\s+${name}\\b|\\b${name}\\s*(?::[^=\\n]+)?=\\s*(?:async\\b\\s*)?(?:function\\b|lambda\\b|class\\b|\\(|\\w+\\s*=>)|\\b${name}\\s*\\([^\\n]*\\)[^\\n;]*\\{)`,
    ).test(code),
  )
}
