import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Name, Official } from '@/app/_ui/words'
import type { FoundOperator } from '@/lib/dossier/queries/operator'

/** An operator's code, how platforms spell its name, and, for who reads codes of organizations, which organization is its. */
export async function OperatorFacts({ operator }: { operator: FoundOperator }) {
  const [{ dossier: w }, f] = [await words(), await format()]
  const { facts } = w.operator
  const { organization, spellings } = operator
  return (
    <Facts
      labelWidth="long"
      items={[
        { label: facts.code, wide: true, value: <Official>{operator.creditCode}</Official> },
        spellings.length > 0 && { label: facts.spellings, wide: true, value: <Name>{f.list(spellings)}</Name> },
        organization && {
          label: facts.organization,
          wide: true,
          value: organization.number ? (
            <Link href={`/c/${organization.number}`}>
              <Name>{organization.name}</Name>
            </Link>
          ) : (
            <Name>{organization.name}</Name>
          ),
        },
      ]}
    />
  )
}
