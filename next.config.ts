import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Whoever reads without script has title and links to search engines in the head, not where a script would move them from.
  htmlLimitedBots: /.*/,
  // The desk and each portal have documents of their own, so no layout stands around what is nowhere.
  experimental: {
    globalNotFound: true,
    // Pages of help centres are kept in memory, which has its bounds: anybody can ask for addresses that there are not, and on
    // disk each of them would stay for ever.
    isrFlushToDisk: false,
    // Forms of the portal carry files, with and without script.
    // More than may be sent, so that too much is answered with all that was typed.
    serverActions: { bodySizeLimit: '100mb' },
    proxyClientMaxBodySize: '100mb',
  },
  // `npm run check` looks at the types, of tests and scripts too; a build is for running.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      // Nobody else's page may draw ours inside itself and have clicks land on it; the pages of the widget and of forms name who may.
      source: '/:path((?!widget/|form/).*)',
      headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }],
    },
    {
      // Asked for with the hash of their content: what was fetched once never changes.
      source: '/:file(widget/app.js|widget/app.css|portal.js)',
      has: [{ type: 'query', key: 'v' }],
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
    {
      // For pages that pin the loader with `integrity`, which asks for it in CORS mode.
      source: '/widget.js',
      headers: [
        { key: 'Access-Control-Allow-Origin', value: '*' },
        { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
      ],
    },
    {
      source: '/:path*',
      headers: [
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
