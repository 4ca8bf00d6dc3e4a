import { sealAccount } from '@/features/channels/commands/open-account';
import { renewAppSecret } from '@/features/social/commands/renew-app-secret';
import { saveAccount } from '@/features/social/commands/save-account';
import { testAccount } from '@/features/social/commands/test-account';
import type { AccountInput } from '@/features/social/inputs';
import type { StaffContext } from '@/server/context';

const CONFIG = { token: '700001:token-of-another-workspace', secretToken: 'the-secret-of-another' };

/** An account and a thread of another workspace, for whoever tries to name them. */
export async function socialRows(owner: StaffContext) {
  const { workspaceId, db } = owner;
  const socialAccountId = owner.newId();
  await db.channelAccount.create({
    data: {
      workspaceId,
      id: socialAccountId,
      channel: 'telegram',
      name: `Bot ${socialAccountId}`,
      sealedConfig: sealAccount(CONFIG),
    },
  });
  const customer = await db.customer.findFirstOrThrow({ where: { workspaceId }, select: { id: true } });
  const conversationId = owner.newId();
  await db.channelConversation.create({
    data: {
      workspaceId,
      id: conversationId,
      channelAccountId: socialAccountId,
      channel: 'telegram',
      key: '42',
      customerId: customer.id,
      createdAt: owner.now(),
    },
  });
  return { socialAccountId, conversationId, socialKind: 'telegram' };
}

type Other = Awaited<ReturnType<typeof socialRows>> & Readonly<{ teamId: string }>;

const account: AccountInput = {
  kind: 'telegram',
  name: 'Ours',
  teamId: null,
  enabled: true,
  values: { token: CONFIG.token },
};

export const SOCIAL_ATTEMPTS = {
  saveAccount: [
    (ctx: StaffContext, { socialAccountId }: Other) =>
      saveAccount(ctx, { ...account, accountId: socialAccountId }),
    (ctx: StaffContext, { teamId }: Other) => saveAccount(ctx, { ...account, teamId }),
  ],
  renewAppSecret: [
    (ctx: StaffContext, { socialAccountId }: Other) => renewAppSecret(ctx, { accountId: socialAccountId }),
  ],
  testAccount: [
    (ctx: StaffContext, { socialAccountId }: Other) => testAccount(ctx, { accountId: socialAccountId }),
  ],
} as const;
