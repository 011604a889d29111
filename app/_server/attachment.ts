/** A file's name in a header: as it is called, and in plain letters for whoever reads no other; quotes and marks stay within it. */
const spelled = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
const plain = (name: string) => {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(name) ?? []
  const letters = stem
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return `${letters || 'file'}${ending}`
}

/** `content-disposition` for a file under its name; `attachment`: the browser saves it. */
export const disposition = (name: string, as: 'attachment' | 'inline' = 'attachment') =>
  `${as}; filename="${plain(name)}"; filename*=UTF-8''${spelled(name)}`
