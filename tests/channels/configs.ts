const META = {
  accessToken: 'token-of-a-page',
  appSecret: 'app_secret_test',
  verifyToken: 'verify-token-of-ours',
};
/** Settings of an account of every channel, as an admin has typed them and the vendor has taught us. */
export const CONFIGS = {
  telegram: {
    token: '700001:double-token-of-the-tests',
    secretToken: 'the-secret-of-our-webhook',
    username: 'kanna_bot',
  },
  whatsapp: { ...META, phoneNumberId: '10000000001', businessId: '20000000002' },
  messenger: { ...META, pageId: '30000000003' },
  facebook: { ...META, pageId: '30000000003' },
  instagram: { ...META, accountId: '40000000004' },
  x: {
    userId: '50000000005',
    consumerSecret: 'consumer_secret_test',
    bearerToken: 'bearer-token',
    accessToken: 'access-token',
  },
  mastodon: { server: 'https://social.test', accessToken: 'access-token', accountId: '1', acct: 'kanna' },
  api: {
    url: 'https://app.test/hook',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
    apiKey: 'the-api-key-of-an-app-of-our-own-1234567',
    appId: 'app-of-the-tests',
  },
} as const;
