export { default } from '../../problems/[slug]/practise/loading.tsx'
