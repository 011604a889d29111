import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { buttonClass } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/heads'
import { Input } from '@/app/_ui/input'
import { Link } from '@/app/_ui/link'

/** Nothing here, or nothing for this reader: the answer is the same. `search` is where a member looks instead; a visitor has no duties to check. */
export async function NotFound({ search }: { search: 'case' | 'register' }) {
  const [{ notFound }, { member }] = [(await words()).shell, await reader()]
  const where = member ? search : 'register'
  return (
    <>
      <PageHead title={notFound.title} line={notFound.text[member ? search : 'visitor']} />
      <form action={where === 'case' ? '/c' : '/register'} className="flex max-w-prose items-end gap-2">
        <Input name={where === 'case' ? 'number' : 'q'} label={notFound.field[where]} className="flex-1" />
        <button type="submit" data-button="" className={`${buttonClass({})} min-h-9`}>
          {notFound.find}
        </button>
      </form>
      {!member && (
        <p className="mt-4">
          <Link href="/sign-in">{notFound.signIn}</Link>
        </p>
      )}
    </>
  )
}
