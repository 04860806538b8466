import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type DataTableProps = {
  caption: string
  columns: readonly string[]
  /** The first cell of each row is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  className?: string
}

/** Figures as a table; all columns but the first are numbers. */
export function DataTable({ caption, columns, rows, className }: DataTableProps) {
  return (
    <table className={cn('w-full max-w-xl text-left text-sm tabular-nums', className)}>
      <caption className="sr-only">{caption}</caption>
      <thead className="text-subtle text-xs">
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" className={cn('pb-2 font-medium', at > 0 && 'pl-4 text-right')}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border border-border border-t">
        {rows.map(({ key, cells: [head, ...cells] }) => (
          <tr key={key}>
            <th scope="row" className="py-2 font-normal">
              {head}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]} className="py-2 pl-4 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
