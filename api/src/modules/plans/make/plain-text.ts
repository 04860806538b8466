/** Characters that do not show or that turn text round: controls, zero width, bidi, private use. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu
const ADDRESS = /:\/\/|https?:|javascript:|data:|mailto:|www\.|\S@\S|[\p{L}\d-]\.\p{L}{2,}/iu
const MARKUP = /[<>`[\]{}|\\*_~^]|&#?\w+;|(^|\s)#{1,6}\s|!\(/u

/** A stranger's sentence as plain text of at most 300 characters, or null when it is not one. */
export function plainText(text: string): string | null {
  if (text.length > 2000) return null
  const clean = text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(HIDDEN, '').trim()
  if (clean === '' || clean.length > 300 || ADDRESS.test(clean) || MARKUP.test(clean)) return null
  return clean
}
