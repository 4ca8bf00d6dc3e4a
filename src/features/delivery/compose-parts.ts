import type { AnswerLimits } from '@/domain/channel/answer-limits';
import type { OutboundPart, PartFile, TemplateUse } from '@/domain/channel/conversation';
import { splitText } from '@/domain/channel/split-text';

type Piece = Pick<OutboundPart, 'text' | 'files' | 'template'>;

export type Written = Readonly<{
  text: string;
  files: readonly PartFile[];
  template: TemplateUse | null;
}>;

/**
 * An answer in the pieces that a channel takes in one call each: a text that is too long in several, files with the text or
 * one by one behind it. An approved text is always one piece.
 */
export function composeParts({ text, files, template }: Written, limits: AnswerLimits): Piece[] {
  if (template) return [{ text, files: [], template }];
  const texts = splitText(text, limits);
  const groups = inGroups(files, Math.max(limits.files, 1));
  if (!limits.withText) {
    return [...texts.map((each) => piece(each, [])), ...groups.map((group) => piece('', group))];
  }
  const length = Math.max(texts.length, groups.length);
  return Array.from({ length }, (_, at) => piece(texts[at] ?? '', groups[at] ?? []));
}

const piece = (text: string, files: readonly PartFile[]): Piece => ({ text, files, template: null });

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
