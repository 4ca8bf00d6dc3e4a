import { useTranslations } from 'next-intl';
import { introduction, operations, type ShownOperation, schemasOf } from '@/features/api/reference';
import { Button, ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { FieldTable } from './field-table';
import { Operation } from './operation';
import { ProblemList } from './problem-list';
import { Words } from './words';

/** So many operations are shown whole; of more only the names are. */
const WHOLE = 20;

type Props = Readonly<{ wanted: string; area: string }>;

/** The API to be read: what there is, the operations of one area with the shapes that they name, or those with the wanted letters. */
export function ReferencePage({ wanted, area }: Props) {
  const t = useTranslations('api.docs');
  const found = operations(wanted).filter((each) => area === '' || each.area === area);
  const first = wanted === '' && area === '';
  const whole = area !== '' || (!first && found.length <= WHOLE);
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
      <Search wanted={wanted} all={!first} />
      {first && <Introduction />}
      {found.length === 0 && (
        <EmptyState title={t('nothing', { wanted: wanted || area })}>{t('nothingBody')}</EmptyState>
      )}
      {whole ? <Whole found={found} /> : <Contents found={found} />}
      {area !== '' && <Shapes found={found} />}
      {first && <Problems />}
    </main>
  );
}

const areasOf = (found: readonly ShownOperation[]) => [...new Set(found.map(({ area }) => area))];

function Whole({ found }: Readonly<{ found: readonly ShownOperation[] }>) {
  return areasOf(found).map((area) => (
    <section key={area} aria-label={area}>
      <h2 lang="en" className="pb-2 font-semibold text-xl">
        {area}
      </h2>
      {found
        .filter((operation) => operation.area === area)
        .map((operation) => (
          <Operation key={operation.id} operation={operation} />
        ))}
    </section>
  ));
}

function Search({ wanted, all }: Readonly<{ wanted: string; all: boolean }>) {
  const t = useTranslations('api.docs');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-2">
        <Field label={t('search')} className="min-w-60 flex-1">
          <Input type="search" name="q" defaultValue={wanted} placeholder="/tickets" />
        </Field>
        <Button type="submit">{t('find')}</Button>
        {all && <ButtonLink href="/api/v1/docs">{t('all')}</ButtonLink>}
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

function Contents({ found }: Readonly<{ found: readonly ShownOperation[] }>) {
  const t = useTranslations('api.docs');
  return (
    <nav
      aria-label={t('contents')}
      lang="en"
      className="columns-1 gap-6 sm:columns-2 lg:columns-3 [&>div]:break-inside-avoid [&>div]:pb-5"
    >
      {areasOf(found).map((area) => (
        <div key={area}>
          <a href={addressOf(area)} className="inline-block py-1 font-medium text-accent-ink hover:underline">
            {area}
          </a>
          <ul className="text-sm">
            {found
              .filter((operation) => operation.area === area)
              .map(({ id, summary }) => (
                <li key={id}>
                  <a
                    href={`${addressOf(area)}#${id}`}
                    className="inline-block py-1 text-ink-soft hover:underline"
                  >
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

const addressOf = (area: string) => `/api/v1/docs?area=${encodeURIComponent(area)}`;

function Shapes({ found }: Readonly<{ found: readonly ShownOperation[] }>) {
  const t = useTranslations('api.docs');
  const shapes = schemasOf(found);
  if (shapes.length === 0) return null;
  return (
    <section aria-labelledby="shapes" className="flex flex-col gap-6">
      <h2 id="shapes" className="font-semibold text-xl">
        {t('shapes')}
      </h2>
      {shapes.map(({ name, description, fields }) => (
        <div key={name} className="flex flex-col gap-2">
          <h3 className="font-medium">{name}</h3>
          {description && <p className="text-ink-soft">{description}</p>}
          <FieldTable caption={t('fieldsOf', { name })} fields={fields} />
        </div>
      ))}
    </section>
  );
}

function Problems() {
  const t = useTranslations('api.docs');
  return (
    <section aria-labelledby="problems" className="flex flex-col gap-4">
      <h2 id="problems" className="font-semibold text-xl">
        {t('problems')}
      </h2>
      <ProblemList />
    </section>
  );
}
