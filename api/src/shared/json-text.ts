import type { Context, TypedResponse } from 'hono'

/** JSON that is written already. `Body` is the shape that it has, for whoever reads it through the typed client. */
export type JsonText<Body> = string & { readonly shape?: Body }
/** The same as it is sent: for what is long and sent often, since a text is made into bytes each time. */
export type JsonBytes<Body> = Uint8Array<ArrayBuffer> & { readonly shape?: Body }

/** The JSON of an object up to where more of it may follow: without its last brace, with a comma. */
export function beginJson(json: string): string {
  return `${json.slice(0, -1)},`
}

const headers = { 'content-type': 'application/json' }

/** Answers 200 with JSON that is written already: what was parsed once need not be turned into objects and back. */
export function answerText<Body>(
  c: Context,
  text: JsonText<Body> | JsonBytes<Body>,
): Response & TypedResponse<Body, 200, 'json'> {
  return typed(c.body(text, 200, headers))
}

/** Answers 201 likewise, and says where what was made is. */
export function answerCreatedText<Body>(
  c: Context,
  text: JsonText<Body>,
  location: string,
): Response & TypedResponse<Body, 201, 'json'> {
  return typed(c.body(text, 201, { ...headers, location }))
}

/** Safe because the status is given above and the text says its own shape; the tests of each route parse it by its schema. */
function typed<Body, Status extends 200 | 201>(
  response: Response,
): Response & TypedResponse<Body, Status, 'json'> {
  return response as Response & TypedResponse<Body, Status, 'json'>
}
