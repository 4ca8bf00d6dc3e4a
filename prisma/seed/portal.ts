import type { Db } from '@/server/db/client';
import type { Cast } from './build-demo';

const WORDS = [
  {
    locale: 'en',
    title: 'Ozolo Coffee help',
    welcome: 'What would make your coffee better today?',
    footer: 'Ozolo Coffee SIA, Brīvības iela 21, Rīga',
    links: [{ label: 'Our shop', url: 'https://ozolo-coffee.example/en' }],
  },
  {
    locale: 'hu',
    title: 'Ozolo Coffee ügyfélszolgálat',
    welcome: 'Mitől lenne ma jobb a kávéja?',
    footer: 'Ozolo Coffee SIA, Brīvības iela 21, Riga',
    links: [{ label: 'Webáruházunk', url: 'https://ozolo-coffee.example/hu' }],
  },
  {
    locale: 'lv',
    title: 'Ozolo Coffee palīdzība',
    welcome: 'Kā Jūsu kafija šodien varētu būt labāka?',
    footer: 'SIA Ozolo Coffee, Brīvības iela 21, Rīga',
    links: [{ label: 'Mūsu veikals', url: 'https://ozolo-coffee.example/lv' }],
  },
] as const;

/** The portal of the demo shop, in its brown, with requests that an organization shares among its people. */
export async function buildPortal(db: Db, { workspaceId }: Cast): Promise<void> {
  await db.portalSettings.create({
    data: { workspaceId, accent: '#8a4b22', guestLinks: true, locales: ['en', 'hu', 'lv'] },
  });
  await db.portalText.createMany({
    data: WORDS.map(({ links, ...words }) => ({
      ...words,
      workspaceId,
      links: links.map((each) => ({ ...each })),
    })),
  });
  await db.organization.updateMany({ where: { workspaceId }, data: { sharedRequests: true } });
}
