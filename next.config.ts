import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` looks at the types, of tests and scripts too; a build is for running.
  typescript: { ignoreBuildErrors: true },
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
