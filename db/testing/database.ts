import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { open } from '../client'

const named = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

/**
 * A database of the calling file's own: `db` as the app's role, which owns nothing, `owner` as the role that migrated.
 * Every connection of `db` is opened first: on a cold pool racers come one after another and no race is lost.
 */
export async function cloneDatabase(file: string, connections = 20) {
  const template = inject('template')
  const original = new URL(template.appUrl).pathname.slice(1)
  const name = `t_${createHash('sha256').update(file).digest('hex').slice(0, 16)}`
  const root = postgres(template.url, { max: 1, onnotice: () => {} })
  await root.unsafe(`drop database if exists ${name} with (force)`)
  await root.unsafe(`create database ${name} template ${original} owner portal_owner`)
  await root.unsafe(`revoke all on database ${name} from public`)
  await root.unsafe(`grant connect on database ${name} to portal_app`)
  await root.end()
  const url = named(template.appUrl, name)
  const [db, owner] = [open(url, connections), open(named(template.ownerUrl, name), 2)]
  await Promise.all(Array.from({ length: connections }, () => db.execute('select pg_sleep(0.05)')))
  afterAll(() => Promise.all([db.$client.end(), owner.$client.end()]))
  return { db, url, owner }
}
