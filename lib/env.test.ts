import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { keptSecret, readSettings } from './env'

const production = { DATABASE_URL: 'postgres://app@db/portal', AUTH_SECRET: 'x'.repeat(32), ORIGIN: 'https://portal.example.cn' }

describe('settings', () => {
  test('nothing set is a demonstration on port 3000 that accepts its three local names', () => {
    const { demo, port, origins } = readSettings({})
    expect({ demo, port }).toEqual({ demo: true, port: 3000 })
    expect(origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
  })

  test('a database of one’s own is production, unless DEMO=1', () => {
    expect(readSettings(production).demo).toBe(false)
    expect(readSettings({ DATABASE_URL: production.DATABASE_URL, DEMO: '1' }).demo).toBe(true)
  })

  test('a stated origin is the only one accepted', () => {
    expect(readSettings(production).origins).toEqual(['https://portal.example.cn'])
  })

  test.for([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_OWNER_URL', 'db'],
    ['DEMO', 'yes'],
    ['AUTH_SECRET', 'short'],
    ['ORIGIN', 'portal.example.cn'],
    ['ORIGIN', 'https://portal.example.cn/'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by its name', ([name, value]) => {
    expect(() => readSettings({ ...production, [name!]: value })).toThrow(new RegExp(`^${name} must`, 'm'))
  })

  test.for([
    ['DATABASE_URL', 'postgres://app:p%w@db/portal'],
    ['DATABASE_OWNER_URL', 'postgres://%owner@db/portal'],
    ['SMTP_URL', 'smtp://user:100%@mail:25'],
  ])('%s=%s is refused by its name, and says how a % is written', ([name, value]) => {
    expect(() => readSettings({ ...production, MAIL_FROM: 'a@b.cn', [name!]: value })).toThrow(new RegExp(`^${name} holds a %.*%25$`))
    expect(() => readSettings({ ...production, MAIL_FROM: 'a@b.cn', [name!]: value!.replace('%', '%25') })).not.toThrow()
  })

  test('an address without a server is refused', () => {
    expect(() => readSettings({ ...production, DATABASE_URL: 'postgres:portal' })).toThrow('DATABASE_URL must be an address')
  })

  test('the owner’s address alone starts no demonstration', () => {
    expect(() => readSettings({ DATABASE_OWNER_URL: 'postgres://owner@db/portal' })).toThrow('DATABASE_URL is missing')
  })

  test.for(['AUTH_SECRET', 'ORIGIN'])('production without %s is refused by its name', (name) => {
    expect(() => readSettings({ ...production, [name]: undefined })).toThrow(`${name} is missing`)
  })

  test.for([
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'DEMO',
    'AUTH_SECRET',
    'ORIGIN',
    'SMTP_URL',
    'MAIL_FROM',
    'LOG_LEVEL',
  ])('an empty %s is no missing one and is refused by its name', (name) => {
    expect(() => readSettings({ ...production, [name]: '' })).toThrow(new RegExp(`^${name} must have a value or not be set at all`))
  })

  test('what Node and npm leave empty is no setting of ours', () => {
    expect(readSettings({ NODE_ENV: '', npm_lifecycle_event: '' }).demo).toBe(true)
  })

  test('SMTP_URL asks for MAIL_FROM', () => {
    expect(() => readSettings({ SMTP_URL: 'smtp://mail' })).toThrow('MAIL_FROM is missing')
  })

  test('the demonstration’s secret is made once and kept from other users', () => {
    const directory = mkdtempSync(join(tmpdir(), 'settings-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    const made = readSettings({ DATA_DIR: directory }).authSecret
    expect(made.length).toBeGreaterThan(32)
    expect(keptSecret(directory, 'auth')).toBe(made)
    expect(statSync(join(directory, 'auth.secret')).mode & 0o777).toBe(0o600)
  })
})
