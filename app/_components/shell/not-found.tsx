import { words } from '@/app/_server/locale'
import { buttonClass } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/heads'
import { Input } from '@/app/_ui/input'

/** Nothing here, or nothing for this reader: the answer is the same. `search` is where to look instead. */
export async function NotFound({ search }: { search: 'case' | 'register' }) {
  const { notFound } = (await words()).shell
  return (
    <>
      <PageHead title={notFound.title} line={notFound.text[search]} />
      <form action={search === 'case' ? '/c' : '/register'} className="flex max-w-prose items-end gap-2">
        <Input name={search === 'case' ? 'number' : 'q'} label={notFound.field[search]} className="flex-1" />
        <button type="submit" data-button="" className={`${buttonClass({})} min-h-9`}>
          {notFound.find}
        </button>
      </form>
    </>
  )
}
