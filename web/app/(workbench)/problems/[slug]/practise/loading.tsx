import { Spinner } from '@/components/ui/spinner.tsx'

export default function PractiseLoading() {
  return (
    <div className="flex flex-1 items-center justify-center">
      <Spinner label="Opening the workbench" />
    </div>
  )
}
