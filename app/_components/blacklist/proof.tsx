import { byteText, kindOfFile } from '@/app/_components/upload/file-text'
import { type Shown, ShownFiles } from '@/app/_components/upload/shown-files'
import { CasePlaces } from '@/app/_components/violation/case-places'
import { format, words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import type { ReportRead } from '@/lib/violation/queries/report'

/** What the reports behind an entry show: places in the work and files, for whoever verifies and approves. */
export async function Proof({ report: { report, places, evidence }, now }: { report: ReportRead; now: Date }) {
  const [{ blacklist, violation: w }, f] = [await words(), await format()]
  const files: Shown[] = evidence.map(({ id, name, byteCount, mediaType, addedAt }) => ({
    id,
    name,
    kind: kindOfFile(mediaType),
    address: `/api/evidence/file/${id}`,
    line: `${w.draft.kind[kindOfFile(mediaType)]} ${byteText(byteCount)} · ${f.inList(addedAt, now)}`,
  }))
  return (
    <Section
      id={`proof-${report.number}`}
      title={blacklist.page.proof}
      aside={blacklist.page.evidence(files.length)}
      actions={<Link href={`/c/${report.number}`}>{report.number}</Link>}
    >
      {places.length > 0 && <CasePlaces places={places} />}
      {files.length > 0 && (
        <div className="mt-4">
          <ShownFiles
            words={{
              open: w.case.open,
              close: w.case.closeFile,
              save: w.case.save,
              opensNote: w.case.opensNote,
              inWindow: w.case.inWindow,
              files: w.case.evidence,
            }}
            files={files}
          />
        </div>
      )}
      {places.length === 0 && files.length === 0 && <p className="text-ink-2">{w.case.noEvidence}</p>}
    </Section>
  )
}
