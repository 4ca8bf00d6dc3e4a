'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { API_KEY_SCOPES, type ApiKeyScope } from '@/domain/permission/key-scope';
import { createApiKeyAction } from '@/features/api-keys/actions';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  workspace: string;
  onMade: (made: Readonly<{ name: string; key: string }>) => void;
}>;

type Wrong = Readonly<{ name?: string; scopes?: string; form?: string }>;

/** Name and rights of a new key. `all` stands for the rest, which is then not asked. */
export function KeyForm({ workspace, onMade }: Props) {
  const t = useTranslations('api.keys');
  const problem = useTranslations('problem');
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>(['tickets:read']);
  const [wrong, setWrong] = useState<Wrong>({});
  const [pending, start] = useTransition();

  const toggle = (scope: ApiKeyScope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((each) => each !== scope) : [...scopes, scope]);

  const submit = (form: FormData) => {
    const name = String(form.get('name') ?? '').trim();
    const missing = missingOf(name, scopes);
    setWrong(missing ? { [missing]: missing === 'name' ? t('missingName') : t('missingScope') } : {});
    if (missing) return;
    start(async () => {
      const chosen: ApiKeyScope[] = scopes.includes('all') ? ['all'] : [...scopes];
      const made = await createApiKeyAction(workspace, { name, scopes: chosen });
      if (made.ok) onMade({ name, key: made.value.key });
      else setWrong({ form: problem(made.error.code) });
    });
  };

  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={wrong.name}>
        <Input name="name" maxLength={100} autoComplete="off" />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">{t('scopes')}</legend>
        {API_KEY_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`scope.${scope}`)}
            checked={scopes.includes(scope) || scopes.includes('all')}
            disabled={scope !== 'all' && scopes.includes('all')}
            onChange={() => toggle(scope)}
          />
        ))}
      </fieldset>
      {(wrong.scopes ?? wrong.form) && (
        <Notice tone="danger" live>
          {wrong.scopes ?? wrong.form}
        </Notice>
      )}
      <Button type="submit" variant="primary" pending={pending} className="self-end">
        {t('create')}
      </Button>
    </form>
  );
}

function missingOf(name: string, scopes: readonly ApiKeyScope[]): 'name' | 'scopes' | null {
  if (name === '') return 'name';
  return scopes.length === 0 ? 'scopes' : null;
}
