import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` looks at the types, of tests and scripts too; a build is for running.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        // Nobody else's page may draw ours inside itself and have clicks land on it.
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: [
    '@node-rs/argon2',
    'sharp',
    'pg-boss',
    'imapflow',
    'mailauth',
    'pino',
    'eld',
    'file-type',
  ],
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
