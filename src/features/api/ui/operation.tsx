import { useTranslations } from 'next-intl';
import type { ShownOperation } from '@/features/api/reference';
import { Badge } from '@/ui/badge';
import { FieldTable } from './field-table';
import { Words } from './words';

const TONES = { GET: 'info', POST: 'success', PATCH: 'warning', DELETE: 'danger' } as const;

/** One operation: what it is for, what it takes, what it answers, and a request to paste. */
export function Operation({ operation }: Readonly<{ operation: ShownOperation }>) {
  const t = useTranslations('api.docs');
  const { id, method, path, summary, description, parameters, body, answer, curl } = operation;
  return (
    <article id={id} className="flex scroll-mt-4 flex-col gap-3 border-line border-t py-6">
      <h3 lang="en" className="font-semibold text-lg">
        {summary}
      </h3>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[method as keyof typeof TONES]}>{method}</Badge>
        <code className="break-all">/api/v1{path}</code>
      </p>
      {description.split('\n\n').map((paragraph) => (
        <p key={paragraph} className="max-w-3xl text-ink-soft">
          <Words text={paragraph} />
        </p>
      ))}
      <FieldTable caption={t('parametersOf', { name: id })} fields={parameters} />
      {body.length > 0 && (
        <>
          <h4 className="font-medium">{t('body')}</h4>
          <FieldTable caption={t('bodyOf', { name: id })} fields={body} />
        </>
      )}
      <p>
        <span className="font-medium">{t('answer')}</span> <code>{answer.status}</code> {answer.description}{' '}
        {answer.type && <code className="text-ink-soft text-sm">{answer.type}</code>}
      </p>
      <pre className="whitespace-pre-wrap break-all rounded-md border border-line bg-sunken p-3 text-sm">
        <code>{curl}</code>
      </pre>
    </article>
  );
}
