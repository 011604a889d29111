/**
 * The number of a case, or of a work, in what somebody typed, as it is issued: full width, lower case, any dash or none, spaces
 * and zeros left out are read as meant. Null where it is no such number.
 */
export function caseNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015\u2212-]/g, '')
    .toUpperCase()
  const [, noun, year, count] = /^([A-Z]{2})(\d{4})(\d{1,9})$/.exec(plain) ?? []
  // A work's code is written without zeros, a case's number with four digits at least.
  return noun ? `${noun}-${year}-${String(Number(count)).padStart(noun === 'ZP' ? 1 : 4, '0')}` : null
}

/** `365`, `３６５` and `1,365` as the whole number that they are; NaN for whatever is no row of digits, as `0x1A`, `1e3` or `1,2`. */
export function wholeOf(typed: string): number {
  const plain = typed.replace(/[０-９，]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).trim()
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(plain) ? Number(plain.replaceAll(',', '')) : Number.NaN
}
