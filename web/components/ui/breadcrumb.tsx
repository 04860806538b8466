import Link from 'next/link'
import { Fragment } from 'react'

/** Pages above this one, the outermost first. */
export function Breadcrumb({ of }: { of: { label: string; href: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-subtle">
        {of.map(({ label, href }, at) => (
          <Fragment key={href}>
            {at > 0 && <li aria-hidden>/</li>}
            <li>
              <Link href={href} className="hover:text-foreground">
                {label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
