import { fullyCalled } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Name, Nothing, Official, Zh } from '@/app/_ui/words'
import { dayOf } from '@/lib/kernel/time'
import type { FullyNamed } from '@/lib/organization/queries/organizations'
import type { FilingFace, Work } from '@/lib/registration/queries/case'

type Names = ReadonlyMap<string, FullyNamed>

type Shown = {
  filing: Pick<FilingFace, 'officialNumber' | 'issuerId' | 'bureauId'> & { class: number | null }
  since: Date | null
  work: Work
  names: Names
  offer: string | null
}

/** The public face of a filing: what everybody may read of it. */
export async function CaseFacts({ filing, since, work, names, offer }: Shown) {
  const [w, f, name] = await Promise.all([words(), format(), fullyCalled()])
  const c = w.registration.filing
  const minutes = work.totalSeconds === null ? null : Math.ceil(work.totalSeconds / 60)
  return (
    <Facts
      labelWidth="long"
      items={[
        { label: w.registration.field.title, value: <Zh>{w.drama.title(work.title)}</Zh> },
        {
          label: w.registration.field.aliases,
          value: work.aliases.length > 0 ? <Zh>{f.list(work.aliases.map((alias) => w.drama.title(alias)))}</Zh> : <Nothing />,
        },
        { label: w.registration.field.producer, value: work.producerName ? <Zh>{work.producerName}</Zh> : c.producerUnknown },
        { label: w.registration.list.column.class, value: filing.class ? w.drama.class[filing.class] : <Nothing /> },
        filing.officialNumber !== null && {
          label: filing.class === 3 ? c.programmeNumber : c.officialNumber,
          value: <Official>{filing.officialNumber}</Official>,
        },
        filing.issuerId !== null && { label: c.issuer, value: <Name>{name(names.get(filing.issuerId))}</Name> },
        filing.class !== 3 && { label: c.bureau, value: <Name>{name(names.get(filing.bureauId))}</Name> },
        offer !== null && { label: c.answersOffer, value: <Link href={`/c/${offer}`}>{offer}</Link> },
        {
          label: w.registration.field.episodes,
          value: work.episodeCount === null ? <Nothing /> : w.drama.length(work.episodeCount, minutes),
        },
        { label: c.code, value: work.publicSince ? <Link href={`/w/${work.code}`}>{work.code}</Link> : <Official>{work.code}</Official> },
        since !== null && { label: w.register.page.since, value: f.day(dayOf(since)) },
      ]}
    />
  )
}
