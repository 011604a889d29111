import { env } from './lib/env.ts'

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types of everything; a start need not check the tests' as well.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'pino', 'pdfmake', 'hucre'],
  experimental: {
    authInterrupts: true,
    // With the cache kept across starts, next 16.4.5 reloads an open page for ever ("HMR hash mismatch").
    turbopackFileSystemCacheForDev: false,
    // Read anew at each start. Behind a proxy that passes on another Host, Next would take our own forms for foreign ones.
    serverActions: { allowedOrigins: env().origins.map((origin) => new URL(origin).host) },
  },
}
