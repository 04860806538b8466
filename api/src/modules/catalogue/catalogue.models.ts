/** The JSON of an object up to where more of it may follow: without its last brace, with a comma. */
export function beginJson(json: string): string {
  return json.replace(/}$/, ',')
}
