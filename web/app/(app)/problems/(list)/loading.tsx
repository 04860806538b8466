export { ProblemListSkeleton as default } from '@/features/problems/components/problem-list-skeleton.tsx'
