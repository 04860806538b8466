import { DIMENSIONS, type Embedder } from './embeddings.models.ts'

/** Name under which local vectors are stored; a change of the method changes it. */
export const LOCAL_MODEL = 'codify-local-1'

/**
 * The built-in embedding: words, word pairs and graded figures hashed into signed buckets (the hashing trick,
 * Weinberger et al. 2009), damped by their count and scaled to length one. Deterministic, without any model;
 * texts that share words lie near each other, and so do `3/5` and `4/5` after the same word.
 */
export function createLocalEmbedder(): Embedder {
  return {
    model: LOCAL_MODEL,
    embed: async (texts) => ({ model: LOCAL_MODEL, vectors: texts.map(embedLocally) }),
  }
}

export function embedLocally(text: string): number[] {
  const counts = new Map<string, number>()
  for (const feature of features(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const vector = new Array<number>(DIMENSIONS).fill(0)
  for (const [feature, count] of counts) {
    const hash = fnv1a(feature)
    const bucket = hash % DIMENSIONS
    const sign = (hash >>> 31) & 1 ? -1 : 1
    vector[bucket] = (vector[bucket] ?? 0) + sign * (1 + Math.log(count)) * weight(feature)
  }
  const length = Math.hypot(...vector)
  // A text without a single word still needs a direction: cosine distance to a zero vector is undefined.
  if (length === 0) return vector.map((_, index) => (index === 0 ? 1 : 0))
  return vector.map((value) => value / length)
}

function* features(text: string): Generator<string> {
  let previous: string | undefined
  for (const [, word, grade] of text
    .toLowerCase()
    .matchAll(/([\p{L}\d][\p{L}\d+#-]*)(?:\s+(\d{1,2})\/\d{1,2})?/gu)) {
    if (!word) continue
    if (grade) {
      // A thermometer: near grades share most of their steps.
      for (let step = 1; step <= Number(grade); step++) yield `${word}>=${step}`
    } else {
      yield word
      if (previous) yield `${previous} ${word}`
    }
    previous = word
  }
}

/** Pairs of words are rarer and say less about kinship than words and grades. */
function weight(feature: string): number {
  return feature.includes(' ') ? 0.5 : 1
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
