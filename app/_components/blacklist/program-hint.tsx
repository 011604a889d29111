import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { Official, Zh } from '@/app/_ui/words'
import type { ProgramNamed } from '@/lib/blacklist/queries/programs'

/** Host, app id and operator of a mini-program, in a line. */
export async function ProgramHint({ program: { platform, appId, operator } }: { program: ProgramNamed }) {
  const [{ blacklist }, name] = [await words(), await called()]
  return (
    <>
      {name(platform)} <Official>{appId}</Official> <Zh>{operator?.name ?? blacklist.programs.unknownOperator}</Zh>
    </>
  )
}
