import type { ChatLanguage, PreChatField } from '@/domain/chat/protocol';
import { wordsIn } from '../../shared/speech';

export type FormField = Readonly<{
  name: string;
  label: string;
  kind: PreChatField['kind'] | 'long';
  required: boolean;
  hint?: string;
  /** What the browser may fill in (HTML, autofill field names). */
  autocomplete?: string;
  value?: string;
  options?: readonly Readonly<{ value: string; label: string }>[];
}>;

export type FormValues = Readonly<Record<string, string>>;
export type FormError = 'required' | 'email' | 'phone';

/** What is wrong with each field, by its name; nothing when all may be sent. */
export function errorsOf(fields: readonly FormField[], values: FormValues): Record<string, FormError> {
  const found = fields.map(
    (field) => [field.name, errorOf(field, (values[field.name] ?? '').trim())] as const,
  );
  return Object.fromEntries(found.filter((pair): pair is [string, FormError] => pair[1] !== null));
}

function errorOf({ kind, required }: FormField, value: string): FormError | null {
  if (value === '') return required ? 'required' : null;
  if (kind === 'email') return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? null : 'email';
  if (kind === 'phone') return isPhone(value) ? null : 'phone';
  return null;
}

/** Five to fifteen digits (ITU-T E.164) and what people write between them. */
const isPhone = (value: string): boolean =>
  /^\+?[\d\s()/.-]+$/.test(value) && /^\d{5,15}$/.test(value.replace(/\D/g, ''));

const AUTOCOMPLETE: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** The fields of the workspace's form before the chat, in the visitor's language. */
export function preChatFields(
  fields: readonly PreChatField[],
  language: ChatLanguage,
  fallback: ChatLanguage,
): FormField[] {
  return fields.map(({ key, kind, label, required, options }) => ({
    name: key,
    label: wordsIn(label, language, fallback) || key,
    kind,
    required,
    ...(AUTOCOMPLETE[key] && { autocomplete: AUTOCOMPLETE[key] }),
    options: options.map((option) => ({
      value: option.value,
      label: wordsIn(option.label, language, fallback) || option.value,
    })),
  }));
}

/** What was filled in before the chat, as the server takes it: who it is, and the other answers. Empty ones stay out. */
export function introductionOf(values: FormValues) {
  const { name = '', email = '', phone = '', ...others } = values;
  const answers = Object.fromEntries(Object.entries(others).filter(([, value]) => value.trim() !== ''));
  return {
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(Object.keys(answers).length > 0 && { answers }),
  };
}
