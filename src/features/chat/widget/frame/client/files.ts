import type { ChatConfig, ChatFile } from '@/domain/chat/protocol';
import type { Chat } from './chat';
import { upload } from './wishes';

/** A file beside the message that is being written. */
export type Attached = Readonly<{
  id: string;
  name: string;
  size: number;
  /** Null while it goes up. */
  file: ChatFile | null;
  problem: 'tooLarge' | 'notAllowed' | 'uploadFailed' | null;
}>;

/** Why a file cannot be sent, before it is tried; null when it may be. */
export function refusalOf(
  { name, size }: Pick<File, 'name' | 'size'>,
  limits: NonNullable<ChatConfig['files']>,
): Attached['problem'] {
  if (size > limits.maxBytes) return 'tooLarge';
  const ending = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? '';
  const isAccepted = limits.accept.length === 0 || limits.accept.some((each) => dotted(each) === ending);
  return isAccepted ? null : 'notAllowed';
}

const dotted = (ending: string): string => (ending.startsWith('.') ? ending : `.${ending}`).toLowerCase();

/** Sends one file up; resolves with what became of it. */
export async function sendUp(chat: Chat, attached: Attached, file: File): Promise<Attached> {
  const answer = await upload(chat, file);
  if (answer.kind === 'answer') return { ...attached, file: answer.value };
  const isLarge = answer.kind === 'refused' && answer.code === 'file.too_large';
  const isKind = answer.kind === 'refused' && answer.code === 'file.type_not_allowed';
  if (isLarge) return { ...attached, problem: 'tooLarge' };
  return { ...attached, problem: isKind ? 'notAllowed' : 'uploadFailed' };
}
