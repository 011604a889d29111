import { feed } from '@/app/_components/announcement/feed'

export const GET = () => feed()
