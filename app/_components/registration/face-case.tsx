import { notFound } from 'next/navigation'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { Standing } from '@/app/_components/register/standing'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead, Section } from '@/app/_ui/heads'
import { listedAs } from '@/lib/dossier/queries/followed'
import type { Actor } from '@/lib/kernel/actor'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { promised } from '@/lib/register/queries/works'
import { faceByNumber, numbersFor, offerOf } from '@/lib/registration/queries/case'
import { passedOf } from '@/lib/registration/rules/passed'
import { CaseFacts } from './case-facts'
import { FilingLine } from './filing-line'
import { ListedNotes } from './listed-notes'

const find = (actor: Actor, number: string) =>
  look(actor, async (tx) => {
    const found = await faceByNumber(tx, number)
    if (!found) return null
    const { id, issuerId, offerId, bureauId } = found.filing
    return {
      ...found,
      recordedCount: (await numbersFor(tx, id)).length,
      entries: found.work.listedCount > 0 ? await listedAs(tx, found.work.id) : [],
      nameOf: await clauseName(tx),
      offer: offerId ? await offerOf(tx, offerId) : null,
      names: await organizationNames(tx, [bureauId, issuerId]),
    }
  })

/** A filing's public face under its number, for whoever does not follow it. */
export async function FaceCase({ number }: { number: string }) {
  const found = await find((await reader()).actor, number)
  if (!found) notFound()
  const { filing, work, entries, nameOf, offer, names, recordedCount } = found
  const [{ registration: w, shell }, name] = await Promise.all([words(), called()])
  const { state, publicSince, issuerId, bureauId } = filing
  return (
    <>
      <PageHead
        crumbs={[{ label: w.filing.crumb.public, href: '/register' }, { label: number }]}
        crumbsLabel={shell.location}
        title={<WorkTitle title={work.title} />}
        state={<Standing promised={promised(filing, work.listedCount > 0, recordedCount)} />}
        line={
          <FilingLine
            filing={{ state, submittedAt: publicSince, decidedAt: publicSince, dueAt: null }}
            organ={w.organ[bureauId === NATIONAL_ID ? 'national' : 'province']}
            objections={0}
            passed={passedOf([])}
            provisional={false}
            platform={name(names.get(issuerId ?? ''))}
          />
        }
      />
      <ListedNotes entries={entries} nameOf={nameOf} state={state} />
      <Section id="content" title={w.filing.face}>
        <CaseFacts filing={filing} since={publicSince} work={work} names={names} offer={offer} />
      </Section>
    </>
  )
}
