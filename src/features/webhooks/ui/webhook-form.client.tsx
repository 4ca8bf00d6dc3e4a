'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { WEBHOOK_TYPES, type WebhookType } from '@/domain/webhook/webhook';
import { saveWebhookAction } from '@/features/webhooks/actions';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';

type Typed = Readonly<{ id?: string; name: string; url: string; types: readonly string[]; active: boolean }>;
type Props = Readonly<{
  workspace: string;
  webhook?: Typed;
  onSaved: (saved: Readonly<{ endpointId: string; secret: string | null }>) => void;
}>;

type Wrong = Readonly<{ name?: string; url?: string; form?: string }>;

const NEW: Typed = { name: '', url: '', types: [], active: true };

const isComplete = (url: string) => /^https?:\/\/.+/.test(url) && URL.canParse(url);

/** Name, address and events of a webhook. */
export function WebhookForm({ workspace, webhook = NEW, onSaved }: Props) {
  const t = useTranslations('webhooks.form');
  const problem = useTranslations('problem');
  const [typed, setTyped] = useState(webhook);
  const [wrong, setWrong] = useState<Wrong>({});
  const [pending, start] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: Wrong = {
      ...(typed.name.trim() === '' && { name: t('nameError') }),
      ...(!isComplete(typed.url.trim()) && { url: t('urlError') }),
    };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    start(async () => {
      const saved = await saveWebhookAction(workspace, { ...typed, types: typed.types as WebhookType[] });
      if (saved.ok) onSaved(saved.value);
      else setWrong(wrongOf(saved.error.code, problem(saved.error.code)));
    });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Field label={t('name')} hint={t('nameHint')} error={wrong.name}>
        <Input
          value={typed.name}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        />
      </Field>
      <Field label={t('url')} hint={t('urlHint')} error={wrong.url}>
        <Input
          type="url"
          value={typed.url}
          maxLength={2000}
          autoComplete="off"
          onChange={({ target }) => setTyped({ ...typed, url: target.value })}
        />
      </Field>
      <TypeFields types={typed.types} onChange={(types) => setTyped({ ...typed, types })} />
      <Checkbox
        label={t('active')}
        checked={typed.active}
        onChange={({ target }) => setTyped({ ...typed, active: target.checked })}
      />
      {wrong.form && (
        <Notice tone="danger" live>
          {wrong.form}
        </Notice>
      )}
      <Button type="submit" variant="primary" pending={pending} className="self-end">
        {t('save')}
      </Button>
    </form>
  );
}

function wrongOf(code: string, sentence: string): Wrong {
  if (code === 'name.taken') return { name: sentence };
  return code === 'webhook.address_refused' ? { url: sentence } : { form: sentence };
}

type TypesProps = Readonly<{ types: readonly string[]; onChange: (types: readonly string[]) => void }>;

function TypeFields({ types, onChange }: TypesProps) {
  const t = useTranslations('webhooks');
  const toggle = (type: string) =>
    onChange(types.includes(type) ? types.filter((each) => each !== type) : [...types, type]);
  return (
    <fieldset>
      <legend className="font-medium text-sm">{t('form.types')}</legend>
      <p className="mb-2 text-ink-faint text-sm">{t('form.typesHint')}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        {WEBHOOK_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={t(`type.${wordOf(type)}`)}
            checked={types.includes(type)}
            onChange={() => toggle(type)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type Worded<Type extends string> = Type extends `${infer Thing}.${infer Fact}` ? `${Thing}_${Fact}` : never;

const wordOf = (type: WebhookType) => type.replace('.', '_') as Worded<WebhookType>;
