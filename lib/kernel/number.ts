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
  return noun ? `${noun}-${year}-${count!.padStart(4, '0')}` : null
}
