import { useTranslations } from 'next-intl';
import { AUDIT_ACTIONS, type AuditAction } from '@/features/audit/commands/record-audit';
import type { AuditRow } from '@/features/audit/queries';

type Value = string | number | boolean | null;
type Field = Parameters<ReturnType<typeof useTranslations<'audit.field'>>>[0];

const FIELDS: readonly Field[] = [
  'name',
  'locale',
  'timeZone',
  'acknowledge',
  'answerWithinHours',
  'closeAfterDays',
  'asideDays',
  'role',
  'scope',
  'teams',
  'members',
  'own',
];

/** One entry of the log as a sentence, with what it was before and after where that is known. */
export function AuditFactCell({ row }: Readonly<{ row: AuditRow }>) {
  const t = useTranslations('audit');
  const { target } = row;
  const action = AUDIT_ACTIONS.find((each) => each === row.action);
  const key = action?.replace('.', '_') as Underscored<AuditAction> | undefined;
  return (
    <div className="md:min-w-64">
      <p className="break-words text-ink">{key ? t(`fact.${key}`, { target }) : `${row.action} ${target}`}</p>
      <Details data={valuesOf(row.data)} />
    </div>
  );
}

type Underscored<Text extends string> = Text extends `${infer A}.${infer B}` ? `${A}_${B}` : Text;

function Details({ data }: Readonly<{ data: Readonly<Record<string, Value>> }>) {
  const t = useTranslations('audit');
  const fields = useTranslations('audit.field');
  const words = useWords();
  const changes = changesIn(data);
  if (changes.length === 0) return null;
  return (
    <ul className="text-ink-faint text-sm">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="break-words">
          {from === undefined
            ? `${fields(field)}: ${words(field, to)}`
            : t('change', { field: fields(field), from: words(field, from), to: words(field, to) })}
        </li>
      ))}
    </ul>
  );
}

/** Says a value as it stands elsewhere on the screens. */
function useWords() {
  const t = useTranslations('audit');
  const roles = useTranslations('common.role');
  const languages = useTranslations('common.language');
  const scopes = useTranslations('people.scopes');
  const known: Readonly<Record<string, (text: string) => string | false>> = {
    role: (text) => roles.has(text as 'owner') && roles(text as 'owner'),
    locale: (text) => languages.has(text as 'en') && languages(text as 'en'),
    scope: (text) => scopes.has(`${text as 'all'}.name`) && scopes(`${text as 'all'}.name`),
  };
  return (field: Field, value: Value): string => {
    if (value === null || value === '') return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return known[field]?.(String(value)) || String(value);
  };
}

type Change = Readonly<{ field: Field; from?: Value; to: Value }>;

/** The three shapes in which entries keep values: `{field, from, to}`, `{roleFrom, roleTo}` and plain `{role}`. */
function changesIn(data: Readonly<Record<string, Value>>): Change[] {
  const named = FIELDS.find((field) => field === data['field']);
  if (named) return [{ field: named, from: data['from'] ?? null, to: data['to'] ?? null }];
  return FIELDS.flatMap((field): Change[] => {
    const to = data[`${field}To`];
    if (to !== undefined) return [{ field, from: data[`${field}From`] ?? null, to }];
    const plain = data[field];
    return plain === undefined ? [] : [{ field, to: plain }];
  });
}

const valuesOf = (data: unknown) =>
  (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, Value>>;
