import { words } from '@/app/_server/locale'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'

/** The head of a public application, with the way for those who have an account. */
export async function ApplyHead({ title, line }: { title: string; line: string }) {
  const { apply } = (await words()).organization
  return (
    <>
      <PageHead title={title} line={line} large />
      <p className="-mt-2 mb-5 text-13">
        {apply.haveAccount} <Link href="/sign-in">{apply.signIn}</Link>
      </p>
    </>
  )
}
