import { z } from 'zod';
import type { ConversationChannel } from '@/channels/contract';
import type {
  ConversationData,
  ConversationState,
  PartFile,
  TemplateUse,
} from '@/domain/channel/conversation';
import { type Opened, openConversationAccount } from '@/features/channels/commands/open-account';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';
import { fileLink } from '@/server/storage/file-link';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import type { OutgoingMail } from './outbox';

export type ConversationMail = OutgoingMail & Readonly<{ conversationId: string }>;

/** All that sending an answer needs; `opened` is null while the account is switched off or not set up. */
export type Answer = Readonly<{
  mail: ConversationMail;
  messageId: string;
  writtenAt: Date;
  text: string;
  files: readonly PartFile[];
  template: TemplateUse | null;
  privately: boolean;
  answers: string | null;
  conversation: ConversationState;
  account: Readonly<{ id: string; name: string }>;
  opened: Opened<ConversationChannel<unknown>> | null;
}>;

const data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What an adapter had put into a thread; nothing for what is no such thing. */
export const conversationData = (value: unknown): ConversationData => data.catch({}).parse(value);

/** Reads the message of an outbox row with its files, its thread and its account. Null when the message is gone. */
export async function conversationToAnswer(
  ctx: SystemContext,
  mail: ConversationMail,
): Promise<Answer | null> {
  const { workspaceId } = ctx;
  const row = await ctx.db.channelConversation.findUnique({
    where: { workspaceId_id: { workspaceId, id: mail.conversationId } },
    select: {
      key: true,
      isPublic: true,
      handle: true,
      data: true,
      lastInboundAt: true,
      lastInboundId: true,
      blockedAt: true,
      channelAccount: { select: { id: true, name: true, channel: true, enabled: true, sealedConfig: true } },
    },
  });
  const message = mail.messageId ? await messageOf(ctx, mail.messageId) : null;
  if (!row || !message || !mail.messageId) return null;
  const { channelAccount, lastInboundId, ...state } = row;
  return {
    mail,
    messageId: mail.messageId,
    writtenAt: message.createdAt,
    text: message.text.trim(),
    files: await filesOf(ctx, message.attachments),
    template: templateOf(mail),
    privately: mail.headers['privately'] === 'yes',
    answers: message.inReplyTo[0] ?? lastInboundId,
    conversation: { ...state, data: conversationData(state.data) },
    account: { id: channelAccount.id, name: channelAccount.name },
    opened: channelAccount.enabled ? openConversationAccount(channelAccount) : null,
  };
}

const template = z.object({ name: z.string(), language: z.string(), parameters: z.array(z.string()) });

function templateOf({ headers }: OutgoingMail): TemplateUse | null {
  const stored = headers['template'];
  return stored ? template.parse(JSON.parse(stored)) : null;
}

function messageOf({ db, workspaceId }: SystemContext, id: string) {
  return db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      text: true,
      createdAt: true,
      inReplyTo: true,
      attachments: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, type: true, sha256: true },
      },
    },
  });
}

type Stored = Readonly<{ id: string; name: string; type: string; sha256: string }>;

function filesOf(ctx: SystemContext, files: readonly Stored[]): Promise<PartFile[]> {
  return Promise.all(
    files.map(async ({ id, name, type, sha256 }) => {
      const bytes = await storage().get(fileKey(ctx.workspaceId, sha256));
      if (!bytes) throw new Error(`the file ${name} (${sha256}) is not in storage`);
      const { until, mac } = fileLink(ctx.workspaceId, id, ctx.now());
      const url = `${env().PUBLIC_URL}/api/outside/files/${ctx.workspaceId}/${id}?until=${until}&mac=${mac}`;
      return { name, type, bytes, url };
    }),
  );
}
