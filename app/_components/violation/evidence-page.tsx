import { notFound } from 'next/navigation'
import { PlainUpload } from '@/app/_components/upload/add-files'
import { byteText } from '@/app/_components/upload/file-text'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { refusalOf } from '@/lib/i18n/refusal'
import type { Params } from '@/lib/kernel/outcome'
import { look } from '@/lib/perform'
import { evidenceOf, mayAttach } from '@/lib/violation/queries/evidence'

/** The files of a report on a page of their own, for a browser without scripts; what was refused is said in words. */
export async function ViolationEvidence({ id, refused }: { id: string; refused: { code: string; params: Params; name?: string } | null }) {
  const actor = await currentActor('platform.moderator', 'association.monitor')
  const { may, files } = await look(actor, async (tx) => ({ may: await mayAttach(tx, actor, id, 0), files: await evidenceOf(tx, id) }))
  if (!may.ok && may.code === 'not_found') notFound()
  const w = await words()
  const { draft: d, list } = w.violation
  const kind = actor.kind === 'association' ? 'association' : 'platform'
  const complaint = refused ?? (may.ok ? null : may)
  const back = may.ok && !may.value.isDraft ? `/c/${may.value.number}` : `/draft/${id}`
  return (
    <>
      <PageHead
        crumbs={[{ label: list.title[kind], href: `/${kind}/violation` }, { label: d.evidenceTitle }]}
        crumbsLabel={w.shell.location}
        title={d.evidenceTitle}
        line={d.evidenceLine}
      />
      <div className="grid max-w-160 gap-4">
        {complaint && (
          <Note tone="refused" title={refused?.name ? `${d.refused}${d.refusedColon}${refused.name}` : d.refused} live>
            {refusalOf(w, 'violation', complaint)}
          </Note>
        )}
        <p className="text-13 text-ink-2">{d.evidenceHint}</p>
        <PlainUpload address={`/api/evidence/${id}`} words={d} always />
        {files.length > 0 ? (
          <ul aria-label={d.files} className="border-t border-line">
            {files.map(({ id: file, name, byteCount }) => (
              <li key={file} className="flex gap-3 border-b border-line py-2">
                <span className="official min-w-0 flex-1 break-all">{name}</span>
                <span className="text-13 text-ink-2">{byteText(byteCount)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-2">{d.noEvidence}</p>
        )}
        <span>
          <ButtonLink href={back}>{d.back}</ButtonLink>
        </span>
      </div>
    </>
  )
}
