import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { askGraph, graphError } from '@/channels/lib/meta-graph';
import type { MessageTemplate } from '@/domain/channel/conversation';
import type { WhatsappConfig } from './config';

const component = z.object({
  type: z.string(),
  text: z.string().default(''),
  format: z.string().optional(),
  buttons: z.array(z.object({ type: z.string(), url: z.string().default('') })).default([]),
});
type Component = z.output<typeof component>;

const template = z.object({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  components: z.array(component).default([]),
});

const page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});

/** An account keeps 6,000 texts at most; fifty at a time stay far below what one answer may hold. */
const AT_A_TIME = 50;
const MOST_PAGES = 120;

/** The approved texts of the account of which we can fill all that is to be filled, by name and language. */
export async function listTemplates(config: WhatsappConfig, call: CallOutside): Promise<MessageTemplate[]> {
  const found: MessageTemplate[] = [];
  const fields = `status=APPROVED&limit=${AT_A_TIME}&fields=name,language,status,components`;
  let after: string | undefined = '';
  for (let pages = 0; pages < MOST_PAGES && after !== undefined; pages++) {
    const from = after && `&after=${encodeURIComponent(after)}`;
    const path = `${config.businessId}/message_templates?${fields}${from}`;
    const answer = await askGraph(call, { path, token: config.accessToken });
    const error = graphError(answer);
    if (error) throw new Error(`templates: ${error.reason}`);
    const { data, paging } = page.parse(answer.json);
    found.push(...data.flatMap(fillable));
    after = paging?.next ? paging.cursors?.after : undefined;
  }
  return found;
}

/** The text; nothing when it is not approved, or needs more than words in its body: pictures, cards, codes, ends of links. */
function fillable(raw: unknown): MessageTemplate[] {
  const parsed = template.safeParse(raw);
  if (!parsed.success || parsed.data.status !== 'APPROVED') return [];
  const { name, language, components } = parsed.data;
  const body = components.find(({ type }) => type === 'BODY')?.text ?? '';
  return body !== '' && components.every(needsNothingElse)
    ? [{ name, language, body, parameters: blanksOf(body) }]
    : [];
}

function needsNothingElse({ type, format, text, buttons }: Component): boolean {
  if (type === 'BODY' || type === 'FOOTER') return true;
  if (type === 'HEADER') return format === 'TEXT' && blanksOf(text).length === 0;
  return (
    type === 'BUTTONS' &&
    buttons.every((each) => PLAIN_BUTTONS.includes(each.type) && blanksOf(each.url).length === 0)
  );
}

const PLAIN_BUTTONS = ['QUICK_REPLY', 'PHONE_NUMBER', 'URL'];

/** What is to be filled in: numbers as they count, which is how they are sent, or names as they stand. */
function blanksOf(text: string): string[] {
  const blanks = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ''))];
  return blanks.every((each) => /^\d+$/.test(each))
    ? blanks.toSorted((one, other) => Number(one) - Number(other))
    : blanks;
}
