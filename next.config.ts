import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
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
