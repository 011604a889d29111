import postgres from 'postgres'

const kept = globalThis as { bare?: postgres.Sql }
export const bareSql = () => {
  kept.bare ??= postgres(process.env.DATABASE_URL!, { max: 10, onnotice: () => {} })
  return kept.bare
}
