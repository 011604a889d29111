/** Where a form leads when it was taken. */
export const caseOf = ({ number }: { number: string | null }) => `/c/${number}`
export const draftOf = ({ id }: { id: string }) => `/draft/${id}`
