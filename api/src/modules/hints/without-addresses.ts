const LEFT_OUT = '(address left out)'

/**
 * Prose of a model without anything that leads elsewhere: links keep their words. Code that a learner pasted may have
 * told the model to send them somewhere.
 */
export function withoutAddresses(text: string): string {
  return text
    .replace(/\]\((?:[^()]|\([^()]*\))*\)?/g, ']')
    .replace(/^(\s*\[[^\]]*\]):.*/, `$1 ${LEFT_OUT}`)
    .replace(/<?\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s`]*/gi, LEFT_OUT)
    .replace(/\b(?:javascript|data|mailto|tel):\S+/gi, LEFT_OUT)
    .replace(/\bwww\.\S+/gi, LEFT_OUT)
    .replace(/[^\s@`]{1,64}@[^\s@`]{1,255}\.[^\s@`]+/g, LEFT_OUT)
}
