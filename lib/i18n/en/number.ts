/** 1 episode, 2 episodes; of a number that is written out already too. */
export const many = (count: number | string | undefined, one: string, more = `${one}s`) => `${count} ${String(count) === '1' ? one : more}`
