'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { MessageTemplate, TemplateUse } from '@/domain/channel/conversation';
import { textAsHtml } from '@/domain/channel/text-as-html';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = Readonly<{
  workspace: string;
  conversationId: string;
  onSend: (approved: Readonly<{ html: string; template: TemplateUse }>) => void;
}>;

/** Chooses a text that the vendor approved, fills its blanks, and shows what will be read. */
export function ApprovedText({ workspace, conversationId, onSend }: Props) {
  const t = useTranslations('social.templates');
  const { templates, failed } = useTemplates(workspace, conversationId);
  const [chosen, setChosen] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  if (failed || !templates || templates.length === 0) {
    const state = failed ? 'failed' : 'none';
    return (
      <p role="status" className="px-4 py-3 text-ink-soft text-sm">
        {t(templates || failed ? state : 'loading')}
      </p>
    );
  }
  const template = templates.find((each) => keyOf(each) === chosen);
  const filled = template ? fill(template, values) : '';
  const isReady = template?.parameters.every((name) => (values[name] ?? '').trim() !== '') ?? false;
  const send = () => template && onSend({ html: textAsHtml(filled), template: filledIn(template, values) });
  return (
    <div className="flex flex-col gap-3 border-line border-b px-4 py-3">
      <Field label={t('choose')}>
        <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('pick')}</option>
          {templates.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {`${each.name} (${each.language})`}
            </option>
          ))}
        </Select>
      </Field>
      {template?.parameters.map((name) => (
        <Field key={name} label={t('blank', { name })}>
          <Input
            value={values[name] ?? ''}
            maxLength={1000}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        </Field>
      ))}
      {template && (
        <figure className="rounded-md border border-line bg-sunken px-3 py-2 text-sm">
          <figcaption className="text-ink-faint">{t('preview')}</figcaption>
          <p lang={template.language} className="mt-1 whitespace-pre-line break-words">
            {filled}
          </p>
        </figure>
      )}
      <Button variant="primary" className="self-end" disabled={!isReady} onClick={send}>
        {t('send')}
      </Button>
    </div>
  );
}

const keyOf = ({ name, language }: MessageTemplate) => `${name}/${language}`;

/** Each value behind the number or the name of its blank. */
const filledIn = (
  { name, language, parameters }: MessageTemplate,
  values: Readonly<Record<string, string>>,
): TemplateUse => ({
  name,
  language,
  parameters: parameters.map((each) => `${each}=${(values[each] ?? '').trim()}`),
});

const fill = ({ body }: MessageTemplate, values: Readonly<Record<string, string>>): string =>
  body.replace(/\{\{\s*(\w+)\s*\}\}/g, (blank, name: string) => values[name]?.trim() || blank);

/** The approved texts of the account behind a conversation; null until they are here. */
function useTemplates(workspace: string, conversationId: string) {
  const [templates, setTemplates] = useState<readonly MessageTemplate[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/api/desk/${workspace}/templates/${conversationId}`, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`templates: ${response.status}`);
        setTemplates(((await response.json()) as { templates: MessageTemplate[] }).templates);
      })
      .catch(() => !stop.signal.aborted && setFailed(true));
    return () => stop.abort();
  }, [workspace, conversationId]);
  return { templates, failed };
}
