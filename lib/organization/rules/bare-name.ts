/** A name of an organization as it is compared: width, case, spaces and marks aside; the database's `bare_name` does the same. */
export const bareName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
