import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { OutboundPart, PartFile, PartResult } from '@/domain/channel/conversation';
import { askServer, refusalOf } from './api';
import type { MastodonConfig } from './config';

const made = z.object({ id: z.string().min(1) });

type Refusal = Exclude<PartResult, { status: 'sent' }>;

/**
 * Answers a post as visibly as it was written: a direct post stays direct. The server keeps our id of the part for an hour, so
 * that a try whose answer was lost makes no second post.
 */
export async function deliver(
  part: OutboundPart,
  config: MastodonConfig,
  call: CallOutside,
): Promise<PartResult> {
  const media: string[] = [];
  for (const file of part.files) {
    const uploaded = await upload(file, config, call);
    if (typeof uploaded !== 'string') return uploaded;
    media.push(uploaded);
  }
  const { data } = part.conversation;
  const answer = await askServer(call, config, {
    path: '/api/v1/statuses',
    idempotencyKey: part.id,
    post: {
      status: `${mentionsOf(part)} ${part.text}`.trim(),
      in_reply_to_id: part.answers,
      visibility: data['visibility'] ?? 'direct',
      ...(data['language'] && { language: data['language'] }),
      ...(data['warning'] && { spoiler_text: data['warning'] }),
      ...(media.length > 0 && { media_ids: media }),
    },
  });
  const sent = made.safeParse(answer.json);
  return answer.status < 300 && sent.success
    ? { status: 'sent', externalId: sent.data.id, detail: '' }
    : refusalOf(answer);
}

/** Whoever is not named does not hear of it: the writer, and whom they had in the conversation. */
function mentionsOf({ conversation }: OutboundPart): string {
  const { acct, others } = conversation.data;
  const names = [String(acct ?? ''), ...String(others ?? '').split(' ')].filter(Boolean);
  return [...new Set(names)].map((name) => `@${name}`).join(' ');
}

async function upload(file: PartFile, config: MastodonConfig, call: CallOutside): Promise<string | Refusal> {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  const answer = await askServer(call, config, { path: '/api/v2/media', form });
  const sent = made.safeParse(answer.json);
  return answer.status < 300 && sent.success ? sent.data.id : refusalOf(answer);
}
