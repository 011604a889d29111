export const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!

/** Works through all of them, so many at once; how many a second. */
export async function rate<T>(work: readonly T[], atOnce: number, one: (of: T) => Promise<unknown>) {
  const [left, began] = [[...work], performance.now()]
  const worker = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await one(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (work.length / (performance.now() - began)) * 1000
}
