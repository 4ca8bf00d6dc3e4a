/** Well-known servers, so that nobody has to look them up (contracts A.6). */
export const PROVIDERS = {
  gmail: {
    incoming: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    outgoing: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    tokenUrl: 'https://oauth2.googleapis.com/token',
    trustedServers: 'mx.google.com',
  },
  microsoft: {
    incoming: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    outgoing: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    trustedServers: '',
  },
} as const;

export type Provider = keyof typeof PROVIDERS;
