import Link from 'next/link'
import { words } from '@/app/_server/locale'
import { PageHead } from '@/app/_ui/heads'

/** Nothing here, or nothing for this reader: the answer is the same. */
export async function NotFound() {
  const { shell } = await words()
  return (
    <>
      <PageHead title={shell.notFound.title} line={shell.notFound.text} />
      <p>
        <Link href="/">{shell.notFound.home}</Link>
      </p>
    </>
  )
}
