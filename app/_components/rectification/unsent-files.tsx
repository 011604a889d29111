import { X } from 'lucide-react'
import { ActionForm } from '@/app/_components/form/action-form'
import { byteText } from '@/app/_components/upload/file-text'
import { words } from '@/app/_server/locale'
import { buttonClass } from '@/app/_ui/button'
import type { RectificationFile } from '@/lib/rectification/queries/case'
import { remove } from './actions'

/** What will be handed in with the next turn; each can be taken out again. */
export async function UnsentFiles({ id, version, files }: { id: string; version: number; files: RectificationFile[] }) {
  const { rectification: w } = await words()
  if (files.length === 0) return null
  return (
    <ul aria-label={w.handIn.files} className="border-t border-line">
      {files.map((file) => (
        <li key={file.id} className="border-b border-line py-1.5">
          <ActionForm
            action={remove}
            formKey={crypto.randomUUID()}
            hidden={{ id, version, fileId: file.id }}
            prefix={`remove-${file.id}-`}
            className="flex flex-wrap items-center gap-x-3"
          >
            <span className="official min-w-0 flex-1 break-all">{file.name}</span>
            <span className="text-13 text-ink-2">{byteText(file.byteCount)}</span>
            <button type="submit" aria-label={w.handIn.remove(file.name)} className={buttonClass({ look: 'quiet', size: 'small' })}>
              <X aria-hidden="true" size={16} strokeWidth={1.75} />
            </button>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
