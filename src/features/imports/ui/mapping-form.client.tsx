'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { IMPORT_FIELDS, isImportColumn } from '@/domain/import/columns';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { beginImportAction } from '../actions';
import type { ImportPage } from '../queries';

type OwnField = Readonly<{ id: string; name: string }>;
type Props = Readonly<{
  workspace: string;
  file: ImportPage;
  /** The workspace's own fields of customers. */
  own: readonly OwnField[];
}>;

/** Says which column holds what, looks first, and takes in. */
export function MappingForm({ workspace, file, own }: Props) {
  const t = useTranslations('imports');
  const problems = useTranslations('problem');
  const [columns, setColumns] = useState<Readonly<Record<string, number>>>({ ...file.mapping.columns });
  const [known, setKnown] = useState(file.mapping.known);
  const [country, setCountry] = useState(file.mapping.country);
  // Read anew, a file has other columns; what else was chosen here stays.
  const reading = `${file.encoding} ${file.delimiter}`;
  const [shown, setShown] = useState(reading);
  if (shown !== reading) {
    setShown(reading);
    setColumns({ ...file.mapping.columns });
  }
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const begin = (run: boolean) =>
    start(async () => {
      const input = { importId: file.id, columns, known, country: country.toUpperCase(), run };
      const done = await beginImportAction(workspace, input);
      setProblem(done.ok ? null : problems(done.error.code));
    });
  const fieldOf = (at: number) => Object.entries(columns).find(([, place]) => place === at)?.[0] ?? '';
  const setField = (at: number, field: string) => {
    const kept = Object.entries(columns).filter(([name, place]) => place !== at && name !== field);
    setColumns({ ...Object.fromEntries(kept), ...(isImportColumn(field) && { [field]: at }) });
  };
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {columnsOf(file.headers).map(({ key, head, at }) => (
          <li
            key={key}
            className="grid gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0 sm:grid-cols-2"
          >
            <span className="min-w-0">
              <span className="block break-words font-medium">{head || t('noHead', { number: at + 1 })}</span>
              <span className="block truncate text-ink-faint text-sm">
                {file.examples
                  .map(({ cells }) => cells[at])
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Select
              aria-label={t('holds', { head: head || t('noHead', { number: at + 1 }) })}
              value={fieldOf(at)}
              onChange={({ target }) => setField(at, target.value)}
            >
              <Holdable own={own} />
            </Select>
          </li>
        ))}
      </ul>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field label={t('known')} hint={t('knownHint')}>
          <Select
            value={known}
            onChange={({ target }) => setKnown(target.value === 'skip' ? 'skip' : 'update')}
          >
            <option value="update">{t('knownUpdate')}</option>
            <option value="skip">{t('knownSkip')}</option>
          </Select>
        </Field>
        <Field label={t('country')} hint={t('countryHint')}>
          <Input value={country} maxLength={2} onChange={({ target }) => setCountry(target.value)} />
        </Field>
      </div>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button pending={pending} onClick={() => begin(false)}>
          {t('check')}
        </Button>
        <Button variant="primary" pending={pending} onClick={() => begin(true)}>
          {t('run', { count: file.rows })}
        </Button>
      </div>
    </div>
  );
}

/** What a column can hold. */
function Holdable({ own }: Pick<Props, 'own'>) {
  const t = useTranslations('imports');
  return (
    <>
      <option value="">{t('ignore')}</option>
      {IMPORT_FIELDS.map((field) => (
        <option key={field} value={field}>
          {t(`field.${field}`)}
        </option>
      ))}
      {own.length > 0 && (
        <optgroup label={t('ownFields')}>
          {own.map(({ id, name }) => (
            <option key={id} value={`own.${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </>
  );
}

/** Columns are known by their place: two may have one head. */
const columnsOf = (heads: readonly string[]) => heads.map((head, at) => ({ key: `${at} ${head}`, head, at }));
