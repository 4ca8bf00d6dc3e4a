import { expect, type Locator, type Page } from '@playwright/test';
import type { ProactiveRule } from '@/domain/chat/protocol';
import { newChatSettings } from '@/domain/chat/settings';
import { markSeenByAgent } from '@/features/chat/commands/mark-read';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { withNewSecret } from '@/features/chat/identity-secrets';
import type { StaffContext } from '@/server/context';
import { newSecret } from '@/server/crypto/keys';
import type { newWorld } from '../../tests/support/world';
import { openHostPage } from './host-page';
import { test as base } from './test';

type World = Awaited<ReturnType<typeof newWorld>>;
type Account = Readonly<{
  fields?: boolean;
  proactive?: readonly ProactiveRule[];
  allowedOrigins?: readonly string[];
  /** The window searches the articles. */
  knowledge?: boolean;
  /** Somebody is there to answer; so it is unless a test says no. */
  attended?: boolean;
}>;

/** A workspace with a chat, and somebody there to answer. */
async function openChat(world: World, over: Account) {
  const { db, workspaceId } = world;
  const agent = await world.member({ name: 'Anna Kiss' });
  const [id, key] = [agent.newId(), `pub_${newSecret()}`];
  await db.channelAccount.create({ data: { workspaceId, id, name: 'Shop chat', channel: 'chat' } });
  const settings = newChatSettings('en');
  await db.chatAccount.create({
    data: {
      workspaceId,
      channelAccountId: id,
      publicKey: key,
      allowedOrigins: [...(over.allowedOrigins ?? [])],
      settings: {
        ...settings,
        fields: over.fields ? settings.fields : [],
        proactive: over.proactive ?? [],
        knowledge: over.knowledge ?? false,
      } as object,
      sealedSecrets: withNewSecret(null),
      updatedAt: new Date(),
    },
  });
  if (over.attended !== false) {
    await db.availability.create({
      data: { workspaceId, userId: agent.actor.id as string, state: 'online', since: new Date() },
    });
  }
  return { key, agent, ...actsOf(world, agent) };
}

function actsOf({ db, workspaceId }: World, agent: StaffContext) {
  const session = () =>
    db.chatSession.findFirstOrThrow({
      where: { workspaceId },
      orderBy: { createdAt: 'desc' },
      select: { id: true, sequence: true },
    });
  return {
    /** The agent answers in the newest chat. */
    answer: async (text: string) => {
      const { id: sessionId } = await session();
      const said = await sayAsAgent(
        { ...agent, now: () => new Date() },
        {
          sessionId,
          clientId: agent.newId(),
          text,
          attachmentIds: [],
        },
      );
      if (!said.ok) throw new Error(said.error.code);
    },
    /** The agent looks at the newest chat. */
    look: async () => {
      const { id: sessionId, sequence } = await session();
      await markSeenByAgent(agent, { sessionId, sequence, read: true });
    },
    /** Everything that customers wrote, in order. */
    received: async () => {
      const messages = await db.message.findMany({
        where: { workspaceId, direction: 'inbound' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { text: true },
      });
      return messages.map(({ text }) => text);
    },
  };
}

type Visit = Readonly<{
  account?: Account /** Whose browser; else that of the test. */;
  on?: Page;
  language?: string;
  attributes?: string;
  path?: string;
  /** Where the widget finds the product; else where it is. */
  product?: string;
}>;

/** Tests of the widget begin with `visit`: a chat of its own, on a host page of its own, looked at in the browser. */
export const test = base.extend<{ visit: (over?: Visit) => Promise<Visited> }>({
  visit: async ({ page, world, baseURL }, use) => {
    const closing: (() => void)[] = [];
    await use(async ({ account = {}, path = '/', on = page, ...snippet } = {}) => {
      const chat = await openChat(world, account);
      const host = await openHostPage({ key: chat.key, product: baseURL as string, ...snippet });
      closing.push(host.close);
      const violations = await listenForViolations(on);
      await on.goto(`${host.address}${path}`);
      return { ...chat, ...widgetOn(on), violations, host: host.address };
    });
    for (const close of closing) close();
  },
});

export type Visited = Awaited<ReturnType<typeof openChat>> &
  ReturnType<typeof widgetOn> & { violations: string[]; host: string };

/** The parts of the widget on a page. */
export function widgetOn(page: Page) {
  const frame = page.frameLocator('#kalauz-widget iframe');
  const launcher = page.locator('#kalauz-widget .launcher');
  return {
    frame,
    launcher,
    bubble: page.locator('#kalauz-widget .bubble'),
    composer: frame.getByRole('textbox', { name: /^(Your message|Az Ön üzenete|Jūsu ziņa)$/ }),
    log: frame.getByRole('list', { name: /^(Conversation|Beszélgetés|Saruna)$/ }),
    /** Opens the widget and goes into the chat. */
    openChat: async () => {
      await launcher.click();
      await frame.getByRole('button', { name: /^(Chat with us|Csevegés|Tērzēt ar mums)/ }).click();
    },
    /** What the visitor sees of the conversation, from the first own word on. */
    texts: () => frame.locator('.message .bubble').allTextContents(),
  };
}

/** Says something in the composer and waits until it stands in the conversation. */
export async function write(composer: Locator, text: string): Promise<void> {
  await composer.fill(text);
  await composer.press('Enter');
  await expect(composer).toHaveValue('');
}

async function listenForViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

export { expect } from '@playwright/test';
