import Link from 'next/link'
import { cn } from '@/lib/cn.ts'

/** The mark and the name, leading to `href`; on phones the mark alone where it `shrinks`. */
export function Logo({ href, shrinks = false }: { href: string; shrinks?: boolean }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center gap-2.5 rounded-md font-semibold text-[1.0625rem] tracking-tight"
    >
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M7 23h5.5v-5.5H18V12h7"
          fill="none"
          className="stroke-accent-foreground"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="8.5" cy="10" r="2.25" className="fill-accent-foreground" fillOpacity=".55" />
      </svg>
      <span className={cn(shrinks && 'max-sm:sr-only')}>Codify</span>
    </Link>
  )
}
