import type { Metadata } from 'next'
import { ProofPage } from '@/app/_components/inspection/proof-page'
import { words } from '@/app/_server/locale'
import { visitor } from '@/lib/kernel/actor'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.proof.title })

type Asked = { frame?: string | string[]; after?: string | string[] }
const one = (sent: string | string[] | undefined) => [sent].flat()[0]

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const { frame, after } = await searchParams
  return <ProofPage actor={visitor} frame={one(frame)} after={one(after)} />
}
