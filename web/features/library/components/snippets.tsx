import { useId } from 'react'

type Snippet = { python: string; typescript: string }

const languages = [
  { name: 'python', label: 'Python' },
  { name: 'typescript', label: 'TypeScript' },
] as const

/** Code in two languages, one of them shown: radio buttons choose, so that no script is needed. */
export function Snippets({ code, title }: { code: Snippet; title: string }) {
  const name = useId()
  return (
    <fieldset className="group my-4 min-w-0 overflow-hidden rounded-xl border bg-surface">
      <legend className="sr-only">{title}: language</legend>
      <div className="flex gap-1 border-b p-1.5">
        {languages.map((language, at) => (
          <label
            key={language.name}
            className="cursor-pointer rounded-lg px-3 py-1.5 font-medium text-sm text-subtle transition-colors hover:text-foreground has-checked:bg-muted has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={language.name}
              defaultChecked={at === 0}
              className="sr-only"
            />
            {language.label}
          </label>
        ))}
      </div>
      <Code className="group-has-[[value=typescript]:checked]:hidden">{code.python}</Code>
      <Code className="hidden group-has-[[value=typescript]:checked]:block">{code.typescript}</Code>
    </fieldset>
  )
}

function Code({ children, className }: { children: string; className: string }) {
  return (
    <div className={className}>
      {/* Long lines wrap: a box that scrolls needs a keyboard stop. */}
      <pre className="whitespace-pre-wrap break-words p-4 font-mono text-[0.8125rem] leading-relaxed">
        <code>{children}</code>
      </pre>
    </div>
  )
}
