/** Nothing can be planned from these facts; `field` is the intake field to change and the message says how. */
export class PlanningError extends Error {
  override name = 'PlanningError'
  readonly code: 'nothing_to_plan'
  readonly field: string

  constructor(code: 'nothing_to_plan', field: string, message: string) {
    super(message)
    this.code = code
    this.field = field
  }
}
