import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Db } from '../client'

const names: Record<string, string> = {
  beijing: '北京市广播电视局',
  zhejiang: '浙江省文化广电和旅游厅',
  kuaishou: '北京快手科技有限公司',
  douyin: '北京微播视界科技有限公司',
  yehang: '北京夜航文化传媒有限公司',
  qinghe: '杭州青禾影视有限公司',
  national: '国家广播电视总局',
  association: '中国网络视听节目服务协会',
  weixin: '深圳市腾讯计算机系统有限公司',
}
/** Who asks, by a name of the tests', and of which kind; the visitor belongs nowhere. */
export const kinds: Record<string, string> = {
  beijing: 'province',
  zhejiang: 'province',
  kuaishou: 'platform',
  douyin: 'platform',
  yehang: 'creator',
  qinghe: 'creator',
  national: 'national',
  association: 'association',
  weixin: 'platform',
  visitor: 'visitor',
}

/** Those who ask of the oracle's rows, each with a question by raw SQL as the app's role; `null` asks without a context. */
export async function oracleReaders(db: Db, owner: Db) {
  const organization = new Map<string, string>()
  const member = new Map<string, string>()

  /** Asks as a reader's organization; `as` is the member of it who asks, where it matters. */
  async function ask<T extends Record<string, unknown>>(reader: string | null, query: string, as = ''): Promise<T[]> {
    return db.transaction(async (tx) => {
      if (reader)
        await tx.execute(
          sql`select set_config('app.kind', ${kinds[reader] ?? reader}, true), set_config('app.organization', ${organization.get(reader) ?? ''}, true), set_config('app.member', ${as}, true)`,
        )
      return [...(await tx.execute(sql.raw(query)))] as T[]
    })
  }

  for (const [reader, name] of Object.entries(names)) {
    const [row] = await owner.execute<{ id: string }>(sql`select id from organizations where name = ${name}`)
    organization.set(reader, row!.id)
    const [one] = await owner.execute<{ id: string }>(sql`select min(id::text) as id from members where organization_id = ${row!.id}`)
    if (one?.id) member.set(reader, one.id)
  }
  await owner.transaction(async (tx) => tx.execute(sql.raw(readFileSync('db/testing/oracle.sql', 'utf8'))))
  return { organization, member, ask }
}
