import { NotFound } from '@/app/_components/shell/not-found'

export default function PublicNotFound() {
  return <NotFound search="register" />
}
