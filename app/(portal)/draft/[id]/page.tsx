import { notFound } from 'next/navigation'
import { RegistrationDraft } from '@/app/_components/registration/draft-page'
import { ViolationDraft } from '@/app/_components/violation/draft-page'
import { words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function generateMetadata() {
  return { title: (await words()).registration.state.draft }
}

/** Where a draft lives, of whatever noun: creators write filings, platforms and CNSA reports. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { member } = await signedIn()
  if (!UUID.test(id)) notFound()
  if (member.kind === 'creator') return <RegistrationDraft id={id} />
  if (member.kind === 'platform' || member.kind === 'association') return <ViolationDraft id={id} />
  notFound()
}
