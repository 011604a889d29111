import { fullyCalled } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { Name } from '@/app/_ui/words'

/** Over a printed case, where band and crumbs are missing: the portal, whose member prints it, its number and of when it is. */
export async function PrintHead({ number }: { number: string }) {
  const [{ shell }, f, called, { member }, at] = await Promise.all([words(), format(), fullyCalled(), reader(), now()])
  const { organizationName: name = '', organizationNameEn: nameEn = null } = member ?? {}
  return (
    <div data-print-head="" className="mb-4 hidden flex-wrap justify-between gap-x-4 border-b border-black pb-1.5 text-13 print:flex">
      <span>
        {shell.product}
        {member && (
          <span className="ml-3">
            <Name>{called({ name, nameEn })}</Name>
          </span>
        )}
      </span>
      <span>{shell.printed(number, shell.beijing(f.instant(at)))}</span>
    </div>
  )
}
