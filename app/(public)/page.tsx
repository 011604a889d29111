import { redirect } from 'next/navigation'
import { homeOf } from '@/app/_server/home'
import { reader } from '@/app/_server/session'

export default async function Page() {
  const { member } = await reader()
  redirect(member ? homeOf(member) : '/register')
}
