import type { MediaType } from '@/lib/gateway/store'
import type { Words } from '@/lib/i18n/catalogue'

/** What uploading says, wherever files are put. */
export type UploadWords = Pick<
  Words['violation']['draft'],
  | 'checked'
  | 'drop'
  | 'failed'
  | 'files'
  | 'goOn'
  | 'kind'
  | 'left'
  | 'minutes'
  | 'offline'
  | 'pick'
  | 'queued'
  | 'queuedLine'
  | 'removeFile'
  | 'retry'
  | 'seconds'
  | 'upload'
  | 'uploaded'
  | 'uploadingAt'
>

/** What a field for files takes: evidence, or pictures alone. */
export const IMAGES_ONLY = 'image/png,image/jpeg,image/webp'
export const EVIDENCE = `${IMAGES_ONLY},application/pdf,video/mp4`

const KB = 1024
/** 640 KB, 1.8 MB, 312 MB */
export const byteText = (bytes: number) =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(bytes < 100 * KB * KB ? 1 : 0)} MB`

export const kindOfFile = (mediaType: MediaType) => (mediaType === 'video/mp4' ? 'film' : mediaType === 'application/pdf' ? 'pdf' : 'image')
