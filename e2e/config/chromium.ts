import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const INSTALLED = '/usr/bin/chromium'

/**
 * The path of a browser: the one named, the one installed, or the one from npm. That one is unpacked into a folder of the
 * run's own and once only: it takes whatever file it finds there as whole. Playwright's workers inherit the path.
 */
export async function chromium(): Promise<string> {
  process.env.CHROMIUM ??= existsSync(INSTALLED) ? INSTALLED : await unpack()
  if (!existsSync(process.env.CHROMIUM)) throw new Error(`CHROMIUM names no file: ${process.env.CHROMIUM}`)
  return process.env.CHROMIUM
}

async function unpack() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'browser-'))
  const folder = process.env.TMPDIR
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}
