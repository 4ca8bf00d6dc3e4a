import { createHash } from 'node:crypto';
import type { Polled } from '@/channels/contract';

/** What can be a key of ours, and a place to go on from. */
const PLAIN = /^[\x21-\x7e]{1,200}$/;

/** The vendor's id of something in a page; null where there is none of use. */
export function idOfItem(item: unknown, field = 'id'): string | null {
  const id = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field] : null;
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && PLAIN.test(text) ? text : null;
}

/**
 * One thing of a page, to be kept as it came: whether it can be understood is looked at by itself, so that a broken one takes no
 * other with it. What has no id of use is known by its bytes.
 */
export function polledItem(prefix: string, id: string | null, content: unknown): Polled['items'][number] {
  const bytes = Buffer.from(jsonFor(content));
  return { key: `${prefix}:${id ?? createHash('sha256').update(bytes).digest('hex')}`, bytes };
}

/** What is nested without end cannot be written down; that it came can. */
function jsonFor(content: unknown): string {
  try {
    return JSON.stringify(content) ?? 'null';
  } catch {
    return '"nested too deeply"';
  }
}
