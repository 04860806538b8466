import type { ReactNode } from 'react'

type BannerProps = { icon: ReactNode; title: string; children?: ReactNode }

/** One line above a page's content, with what can be done about it. */
export function Banner({ icon, title, children }: BannerProps) {
  return (
    <div
      role="status"
      className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-accent/30 bg-accent-soft/60 px-4 py-3 text-sm [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <span aria-hidden className="text-accent">
        {icon}
      </span>
      <p className="min-w-0 flex-[1_1_14rem]">{title}</p>
      {children}
    </div>
  )
}
