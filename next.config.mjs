/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types of everything; a start need not check the tests' as well.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'pino', 'pdfmake', 'hucre'],
  // With the cache kept across starts, next 16.4.5 reloads an open page for ever ("HMR hash mismatch").
  experimental: { authInterrupts: true, turbopackFileSystemCacheForDev: false },
}
