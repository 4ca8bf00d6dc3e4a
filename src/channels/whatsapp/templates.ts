import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { askGraph, graphError } from '@/channels/lib/meta-graph';
import type { MessageTemplate } from '@/domain/channel/conversation';
import type { WhatsappConfig } from './config';

const list = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      components: z
        .array(z.object({ type: z.string(), text: z.string().default(''), format: z.string().optional() }))
        .default([]),
    }),
  ),
});

/** The approved texts of the account that consist of words alone, by name and language; the first hundred. */
export async function listTemplates(config: WhatsappConfig, call: CallOutside): Promise<MessageTemplate[]> {
  const path = `${config.businessId}/message_templates?status=APPROVED&limit=100&fields=name,language,status,components`;
  const answer = await askGraph(call, { path, token: config.accessToken });
  const error = graphError(answer);
  if (error) throw new Error(`templates: ${error.reason}`);
  return list
    .parse(answer.json)
    .data.filter(({ status }) => status === 'APPROVED')
    .flatMap(({ name, language, components }) => {
      const body = components.find(({ type }) => type === 'BODY')?.text ?? '';
      const plain = components.every(({ type, format }) => type !== 'HEADER' || format === 'TEXT');
      return plain ? [{ name, language, body, parameters: blanksOf(body) }] : [];
    });
}

/** What is to be filled in, in the order in which it stands: numbers, or names. */
const blanksOf = (body: string): string[] => [
  ...new Set([...body.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '')),
];
