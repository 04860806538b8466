export { ProblemSkeleton as default } from '@/features/problems/components/problem-skeleton.tsx'
