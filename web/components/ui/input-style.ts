export const inputStyle =
  'w-full rounded-lg border border-input/70 bg-surface px-3 text-base text-foreground transition-colors placeholder:text-subtle hover:border-input focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-muted disabled:text-subtle aria-invalid:border-danger sm:text-sm'
