import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { metaPush } from '../../doubles/meta-push';
import { askInstead, call, connected, type World } from './support';

export const APP_SECRET = 'app_secret_of_the_tests';
export const config = {
  phoneNumberId: '10000000001',
  businessId: '20000000002',
  accessToken: 'token-of-the-double',
  appSecret: APP_SECRET,
  verifyToken: 'verify-token-of-the-tests',
};
export const SENT_AT = Date.parse('2026-03-02T09:00:00Z') / 1000;
export const PERSON = 'HU.1234567890';
export const contacts = [{ profile: { name: 'Kovács Ágnes' }, wa_id: '36301234567', user_id: PERSON }];

/** A message as it stands in a call. */
export const text = (id: string, body: string, over: object = {}) => ({
  from: '36301234567',
  from_user_id: PERSON,
  id: `wamid.${id}`,
  timestamp: String(SENT_AT),
  type: 'text',
  text: { body },
  ...over,
});

/** A double of Meta and a workspace with a number there, anew for each test. */
export function withWhatsapp() {
  const own = {} as {
    double: MetaDouble;
    world: World;
    account: Awaited<ReturnType<typeof connected>>['account'];
  };
  beforeAll(async () => {
    own.double = await metaDouble(config.accessToken);
    askInstead({ 'graph.facebook.com': own.double.base, 'lookaside.fbsbx.com': own.double.base });
  });
  afterAll(() => own.double.stop());
  beforeEach(async () => {
    Object.assign(own, await connected('whatsapp', config));
    const until = SENT_AT * 1000 + 24 * 3_600_000;
    const { double, world } = own;
    Object.assign(double, {
      tooMany: 0,
      broken: 0,
      signedOut: false,
      sent: [],
      now: () => world.now().getTime(),
    });
    double.windows = new Map([
      ['36301234567', until],
      [PERSON, until],
    ]);
    double.unreachable.clear();
  });
  const bring = (body: unknown) => call(own.world, own.account, metaPush(APP_SECRET, body));
  return { own, bring };
}
