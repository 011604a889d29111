import { notFound } from 'next/navigation'
import { ViolationEvidence } from '@/app/_components/violation/evidence-page'
import { words } from '@/app/_server/locale'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async () => ({ title: (await words()).violation.draft.evidenceTitle })

/** Files for a report, from a browser without scripts. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const sent = await searchParams
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name] : undefined)
  if (!UUID.test(id)) notFound()
  const [refused, limit] = [said('refused'), said('limit')]
  return <ViolationEvidence id={id} refused={refused ? { code: refused, params: limit ? { limit } : {}, name: said('name') } : null} />
}
