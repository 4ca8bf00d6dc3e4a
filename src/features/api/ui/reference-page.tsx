import { useTranslations } from 'next-intl';
import { introduction, operations, type ShownOperation, schemas } from '@/features/api/reference';
import { Button, ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { FieldTable } from './field-table';
import { Operation } from './operation';
import { ProblemList } from './problem-list';
import { Words } from './words';

/** The API to be read: every operation that holds the wanted letters, and what all of them have in common. */
export function ReferencePage({ wanted }: Readonly<{ wanted: string }>) {
  const t = useTranslations('api.docs');
  const found = operations(wanted);
  const areas = [...new Set(found.map(({ area }) => area))];
  return (
    <main id="content" className="mx-auto flex max-w-5xl flex-col gap-8 px-4 py-8">
      <PageHeader
        title={t('title')}
        actions={
          <ButtonLink href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI 3.1
          </ButtonLink>
        }
      />
      <Search wanted={wanted} />
      {wanted === '' && <Introduction />}
      {found.length === 0 && <EmptyState title={t('nothing', { wanted })}>{t('nothingBody')}</EmptyState>}
      {wanted === '' && <Contents found={found} areas={areas} />}
      {areas.map((area) => (
        <section key={area} aria-label={area}>
          <h2 className="pb-2 font-semibold text-xl">{area}</h2>
          {found
            .filter((operation) => operation.area === area)
            .map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
        </section>
      ))}
      {wanted === '' && <Appendix />}
    </main>
  );
}

function Search({ wanted }: Readonly<{ wanted: string }>) {
  const t = useTranslations('api.docs');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-2">
        <Field label={t('search')} className="min-w-60 flex-1">
          <Input type="search" name="q" defaultValue={wanted} placeholder="/tickets" />
        </Field>
        <Button type="submit">{t('find')}</Button>
        {wanted !== '' && <ButtonLink href="/api/v1/docs">{t('all')}</ButtonLink>}
      </form>
    </search>
  );
}

/** The introduction is in English, as the whole document is. */
function Introduction() {
  return (
    <div lang="en" className="flex max-w-3xl flex-col gap-3">
      {introduction()
        .split('\n\n')
        .map((paragraph) => (
          <p key={paragraph}>
            <Words text={paragraph} />
          </p>
        ))}
    </div>
  );
}

type ContentsProps = Readonly<{ found: readonly ShownOperation[]; areas: readonly string[] }>;

function Contents({ found, areas }: ContentsProps) {
  const t = useTranslations('api.docs');
  return (
    <nav aria-label={t('contents')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {areas.map((area) => (
        <div key={area}>
          <p className="font-medium">{area}</p>
          <ul className="text-sm">
            {found
              .filter((operation) => operation.area === area)
              .map(({ id, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} className="inline-block py-1 text-accent-ink hover:underline">
                    {summary}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Appendix() {
  const t = useTranslations('api.docs');
  return (
    <>
      <section aria-labelledby="shapes" className="flex flex-col gap-6">
        <h2 id="shapes" className="font-semibold text-xl">
          {t('shapes')}
        </h2>
        {schemas().map(({ name, description, fields }) => (
          <div key={name} className="flex flex-col gap-2">
            <h3 className="font-medium">{name}</h3>
            {description && <p className="text-ink-soft">{description}</p>}
            <FieldTable caption={t('fieldsOf', { name })} fields={fields} />
          </div>
        ))}
      </section>
      <section aria-labelledby="problems" className="flex flex-col gap-4">
        <h2 id="problems" className="font-semibold text-xl">
          {t('problems')}
        </h2>
        <ProblemList />
      </section>
    </>
  );
}
