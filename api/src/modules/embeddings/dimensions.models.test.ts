import { describe, expect, test } from 'vitest'
import { toStoredVector, vectorLengthOf } from './dimensions.models.ts'
import { DIMENSIONS } from './embeddings.models.ts'

describe('the length of vectors', () => {
  test.each([
    ['text-embedding-3-small', 1536],
    ['openai/text-embedding-3-small', 1536],
    ['nomic-embed-text', 768],
    ['nomic-embed-text:v1.5', 768],
    ['text-embedding-nomic-embed-text-v1.5', 768],
    ['mxbai-embed-large:latest', 1024],
    ['sentence-transformers/all-MiniLM-L6-v2', 384],
    ['all-minilm:33m', 384],
    ['BAAI/bge-m3', 1024],
    ['BAAI/bge-small-en-v1.5', 384],
    ['BAAI/bge-base-en-v1.5', 768],
    ['intfloat/multilingual-e5-large-instruct', 1024],
    ['snowflake-arctic-embed2', 1024],
    ['qwen3-embedding:0.6b', 1024],
    ['mistral-embed', 1024],
    ['a-model-of-our-own', DIMENSIONS],
  ])('of %s is %i', (model, expected) => {
    expect(vectorLengthOf(model, undefined)).toEqual({ expected, requested: undefined })
  })

  test('is what was configured, and asked for where the model gives another by itself', () => {
    expect(vectorLengthOf('a-model-of-our-own', 512)).toEqual({ expected: 512, requested: undefined })
    expect(vectorLengthOf('text-embedding-3-small', 512)).toEqual({ expected: 512, requested: 512 })
    expect(vectorLengthOf('text-embedding-3-large', undefined)).toEqual({ expected: 1536, requested: 1536 })
  })
})

describe('a vector', () => {
  test.each([
    [
      [3, 4],
      [0.6, 0.8],
    ],
    [
      [1e300, 0],
      [1, 0],
    ],
    [
      [0, -5e-324],
      [0, -1],
    ],
  ])('of %j is stored at length one, with zeros after it', (given, stored) => {
    const vector = toStoredVector(given, 2)
    expect(vector).toHaveLength(DIMENSIONS)
    expect(vector.slice(0, 2).map((value) => Math.round(value * 1e6) / 1e6)).toEqual(stored)
    expect(vector.slice(2).every((value) => value === 0)).toBe(true)
  })

  test.each([
    ['short', [1], /have 1 numbers and not 2: set OPENAI_EMBEDDING_DIMENSIONS=1/],
    ['long', [1, 2, 3], /set OPENAI_EMBEDDING_DIMENSIONS=3/],
    ['far too long', new Array(3072).fill(1), /use a model whose vectors have 1536 numbers or fewer/],
    ['empty', [], /have 0 numbers/],
    ['nothing but zeros', [0, -0], /no direction/],
    ['infinite', [1, Number.POSITIVE_INFINITY], /no direction/],
    ['no number', [1, Number.NaN], /no direction/],
  ])('that is %s is refused in words', (_, given, words) => {
    expect(() => toStoredVector(given, 2)).toThrow(words)
  })
})
