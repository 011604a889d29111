import { randomBytes } from 'node:crypto'

/** UUIDv7 (RFC 9562): made here, sorted by time, never shown to people. */
export function newId(now = Date.now()) {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** 总局 is reference data and the same row in every installation. */
export const NATIONAL_ID = '00000000-0000-7000-8000-000000000001'

/** Can this text from an address be an id, in its one spelling? Anything else never reaches the database. */
export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
