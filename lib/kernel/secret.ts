import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** 32 random bytes for a cookie or a one-time link. */
export const newToken = () => randomBytes(32).toString('base64url')
/** What is stored of a token: a dump of the table opens nothing. */
export const digest = (token: string) => createHash('sha256').update(token).digest('hex')

/** argon2id with the library's defaults raised to OWASP's 19 MiB, 2 passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string) => hash(password.normalize('NFC'), COST)

let unknown: Promise<string> | undefined
/** Takes as long for a member who does not exist. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (unknown ??= hashPassword(newToken())))
  const matches = await verify(against, password.normalize('NFC'))
  return matches && stored !== undefined
}

/** A hash that only the portal can make: equal texts are found equal, and nobody without the secret can try texts out. */
export const keyedDigest = (secret: string, purpose: string, text: string) =>
  createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('hex')
