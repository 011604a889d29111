import { notFound, redirect } from 'next/navigation'

/** A case's number as someone typed it leads to the case's own address. */
export default async function FindCase({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { number } = await searchParams
  const typed = typeof number === 'string' ? number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() : ''
  if (!/^[A-Z]{2}-\d{4}-\d{1,9}$/.test(typed)) notFound()
  redirect(`/c/${typed}`)
}
