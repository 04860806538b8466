import { findMarkdownFault } from '@codify/api/contract'
import { memo } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { cn } from '../../lib/cn.ts'

const components = {
  a: ({ href, children }) =>
    // A link whose scheme is not to be trusted has lost its address.
    href ? (
      <a
        href={href}
        rel="nofollow ugc noopener"
        target="_blank"
        className="text-accent underline underline-offset-2 hover:text-accent-hover"
      >
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // An image would tell its server who reads, so its words stand in for it.
  img: ({ alt }) => <span className="text-subtle">{alt ? `[image: ${alt}]` : '[image]'}</span>,
  // The only input Markdown makes is a task's box, which nobody can tick here.
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? 'Done' : 'Not done'}>
      {checked ? '☑' : '☐'}
    </span>
  ),
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-semibold">{children}</p>,
  h4: ({ children }) => <p className="font-semibold">{children}</p>,
  h5: ({ children }) => <p className="font-semibold">{children}</p>,
  h6: ({ children }) => <p className="font-semibold">{children}</p>,
} satisfies Components

const componentsOfOurs: Components = {
  ...components,
  a: ({ href, children }) => (
    <a href={href} className="text-accent underline underline-offset-2 hover:text-accent-hover">
      {children}
    </a>
  ),
}

const style =
  'space-y-3 break-words text-sm leading-relaxed [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-subtle [&_code]:rounded [&_code]:bg-muted [&_code]:px-1 [&_code]:py-0.5 [&_code]:font-mono [&_code]:text-[0.8125rem] [&_li]:my-0.5 [&_ol]:list-decimal [&_ol]:pl-5 [&_pre]:whitespace-pre-wrap [&_pre]:rounded-lg [&_pre]:bg-muted [&_pre]:p-3 [&_pre_code]:bg-transparent [&_pre_code]:p-0 [&_td]:border [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:px-2 [&_th]:py-1 [&_ul]:list-disc [&_ul]:pl-5'

type MarkdownProps = {
  children: string
  className?: string
  /** Shows the text as it was written: for what a page's budget has nothing left for. */
  isPlain?: boolean
  /** For texts of our own, whose links lead to other pages of Codify. */
  linksStay?: boolean
}

/**
 * Markdown, a stranger's unless `linksStay`: code wraps (a box that scrolls needs a keyboard stop), raw HTML is shown as text, scripts' links
 * are dropped, nothing is loaded from elsewhere. A text that would take a parser long is shown as it was written.
 */
export function Markdown({ children, className, isPlain = false, linksStay = false }: MarkdownProps) {
  return (
    <div className={cn(style, className)}>
      {isPlain || findMarkdownFault(children) !== undefined ? (
        <p className="whitespace-pre-wrap">{children}</p>
      ) : (
        <Rendered text={children} linksStay={linksStay} />
      )}
    </div>
  )
}

/** Parsed again only when the text changes, and not with every key in a field beside it. */
const Rendered = memo(function Rendered({ text, linksStay }: { text: string; linksStay: boolean }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} components={linksStay ? componentsOfOurs : components}>
      {text}
    </ReactMarkdown>
  )
})
