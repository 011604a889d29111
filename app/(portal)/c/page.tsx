import { notFound, redirect } from 'next/navigation'
import { caseNumber } from '@/lib/kernel/number'

/** A case's number as someone typed it leads to the case's own address. */
export default async function FindCase({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { number } = await searchParams
  const found = typeof number === 'string' ? caseNumber(number) : null
  if (!found) notFound()
  redirect(`/c/${found}`)
}
