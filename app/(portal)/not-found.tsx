import { NotFound } from '@/app/_components/shell/not-found'

export default function PortalNotFound() {
  return <NotFound search="case" />
}
