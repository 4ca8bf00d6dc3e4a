'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { saveOrganizationAction } from '../actions';

type Organization = Readonly<{
  id: string;
  name: string;
  domains: readonly string[];
  note: string;
  sharedRequests: boolean;
}>;

type Props = Readonly<{
  workspace: string;
  organization: Organization | null;
  mayWrite: boolean;
  onDone?: (organizationId: string) => void;
}>;

/** What we know of an organization, to read and to set right; without one, to add it. */
export function OrganizationForm({ workspace, organization, mayWrite, onDone }: Props) {
  const t = useTranslations('organization');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => saveOrganizationAction(workspace, inputOf(organization?.id ?? null, typed)),
    onDone: ({ organizationId }) => {
      toast(t('saved'));
      onDone?.(organizationId);
    },
  });
  const isFree = problem?.code === 'organization.free_mail';
  const domainError = isFree ? problems('organization.free_mail') : t('domainsWrong');
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate>
      <fieldset disabled={!mayWrite} className="flex flex-col gap-4">
        <Field label={t('name')} error={wrong('name') ? t('nameMissing') : undefined}>
          <Input name="name" required maxLength={200} defaultValue={organization?.name ?? ''} />
        </Field>
        <Field
          label={t('domains')}
          hint={t('domainsHint')}
          error={wrong('domains') ? `${domainError} ${wrongOnes(problem)}` : undefined}
        >
          <Textarea
            name="domains"
            rows={2}
            defaultValue={organization?.domains.join('\n') ?? ''}
            spellCheck={false}
          />
        </Field>
        <Field label={t('note')} hint={t('noteHint')}>
          <Textarea name="note" rows={3} maxLength={10_000} defaultValue={organization?.note ?? ''} />
        </Field>
        <Checkbox
          name="sharedRequests"
          label={t('shared')}
          hint={t('sharedHint')}
          defaultChecked={organization?.sharedRequests ?? false}
        />
        {problem && !problem.code.startsWith('input') && !isFree && (
          <Notice tone="danger" live>
            {problems(problem.code)}
          </Notice>
        )}
        {mayWrite && (
          <div>
            <Button type="submit" variant="primary" pending={pending}>
              {common('save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}

/** Those of the domains that were refused, by name. */
function wrongOnes(problem: unknown): string {
  const { fields } = (problem ?? {}) as { fields?: { domains?: unknown } };
  return Array.isArray(fields?.domains) ? fields.domains.join(', ') : '';
}

function inputOf(organizationId: string | null, typed: FormData) {
  const text = (field: string) => String(typed.get(field) ?? '');
  return {
    organizationId,
    name: text('name'),
    domains: text('domains')
      .split(/[\s,;]+/)
      .filter(Boolean),
    note: text('note'),
    sharedRequests: typed.get('sharedRequests') !== null,
  };
}
