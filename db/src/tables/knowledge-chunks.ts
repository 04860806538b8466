export interface KnowledgeChunksTable {
  topic: string
  position: number
  heading: string
  body: string
  /** pgvector's text form, null until embedded with `embedding_model`. */
  embedding: string | null
  embedding_model: string | null
}
