import { instantOf } from '@/domain/shared/local-time';

/** The hours in a form (`day`, `from`, `to`), by the clock of a zone; null where no day was chosen. */
export function windowIn(form: FormData, timeZone: string): Readonly<{ start: Date; end: Date }> | null {
  const text = (name: string) => String(form.get(name) ?? '');
  if (text('day') === '') return null;
  const start = instantOf(`${text('day')}T${text('from') || '09:00'}`, timeZone);
  const end = instantOf(`${text('day')}T${text('to') || '17:00'}`, timeZone);
  return start && end && { start, end };
}
