import { AddFiles } from '@/app/_components/upload/add-files'
import { IMAGES_ONLY } from '@/app/_components/upload/file-text'
import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { refusalOf } from '@/lib/i18n/refusal'
import type { FoundSheet } from './find-sheet'

/** Pictures of what was seen; to a finding more are added until it is referred. */
export async function Pictures({
  found: { sheet, pictures, steps },
  query,
}: {
  found: FoundSheet
  query: Record<string, string | undefined>
}) {
  const all = await words()
  const w = all.inspection.sheet
  return (
    <div id="pictures">
      {query.refused && (
        <div className="mb-3">
          <Note
            tone="waiting"
            title={w.refused(refusalOf(all, 'inspection', { code: query.refused, params: { limit: query.limit ?? '' } }))}
            live
          />
        </div>
      )}
      {pictures.length > 0 ? (
        <ul className="mb-3 border-t border-line">
          {pictures.map(({ id, name }) => (
            <li key={id} className="border-b border-line py-2">
              <Link href={`/api/picture/${id}`} className="official break-all">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-3 text-ink-2">{w.noPictures}</p>
      )}
      {steps.includes('refer') && (
        <>
          <p className="mb-2 text-13 text-ink-2">{w.choose}</p>
          <AddFiles
            address={`/api/sheet/${sheet.id}`}
            arrived={pictures.map(({ id }) => id)}
            words={all.violation.draft}
            accept={IMAGES_ONLY}
          />
        </>
      )}
    </div>
  )
}
