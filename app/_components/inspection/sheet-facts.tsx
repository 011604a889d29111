import { SubjectLink } from '@/app/_components/dossier/subject-link'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Official, Zh } from '@/app/_ui/words'
import { formatSpan } from '@/lib/drama/rules/timecode'
import type { FoundSheet } from './find-sheet'

/** What is to be looked at and where it is known to be. */
export async function SheetFacts({ found }: { found: FoundSheet }) {
  const { sheet, plan, program, platform, bureau } = found
  const [{ inspection }, name] = [await words(), await called()]
  const w = inspection.sheet
  return (
    <Facts
      items={[
        { label: w.kind, value: inspection.kind[sheet.kind] },
        { label: w.platform, value: name(platform) },
        program && {
          label: w.app,
          value: (
            <SubjectLink kind="mini_program" id={sheet.miniProgramId}>
              <Official>{program.appId}</Official>
            </SubjectLink>
          ),
        },
        {
          label: w.addresses,
          wide: true,
          value: sheet.addresses.length
            ? sheet.addresses.map((address, at) => (
                <a
                  key={address}
                  href={address}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="official block break-all"
                  {...(at === 0 && { 'data-key': 'o' })}
                >
                  {address}
                </a>
              ))
            : w.noAddress,
        },
        plan && {
          label: w.plan,
          value: (
            <>
              <Link href={`/c/${plan.number}`}>{plan.number}</Link> <Zh>{plan.title}</Zh>
            </>
          ),
        },
        sheet.opaqueId !== null && { label: w.opaque, wide: true, value: <Official>{sheet.opaqueId}</Official> },
        { label: w.bureau, value: name(bureau) },
      ].filter((item) => item !== null)}
    />
  )
}

/** What was found there. */
export async function FindingFacts({ found: { finding, clause, violation } }: { found: FoundSheet }) {
  const { inspection } = await words()
  const w = inspection.sheet
  if (!finding) return null
  const { episode, startSecond: start, endSecond: end } = finding
  return (
    <Facts
      items={[
        episode !== null && { label: w.episode, value: w.foundAt(episode, start === null ? '' : formatSpan({ start, end })) },
        finding.codes.length > 0 && {
          label: w.items,
          value: finding.codes.map((code) => (
            <span key={code} className="block">
              {code} {clause(code)}
            </span>
          )),
        },
        finding.address !== null && { label: w.address, wide: true, value: <span className="official break-all">{finding.address}</span> },
        { label: w.note, wide: true, value: <Zh>{finding.note}</Zh> },
        violation !== null && { label: w.referred, value: <Link href={`/c/${violation.number}`}>{violation.number}</Link> },
      ]}
    />
  )
}
