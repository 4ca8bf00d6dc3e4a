'use client';

import { Star, Trash2, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { addIdentityAction, preferIdentityAction, removeIdentityAction } from '../actions';
import type { CustomerProfile } from '../queries';
import { AddIdentity } from './add-identity.client';

type Identity = CustomerProfile['identities'][number];
type Props = Readonly<{ workspace: string; customer: CustomerProfile; mayWrite: boolean }>;

/** All ways to reach a customer, and which of them we use. */
export function Identities({ workspace, customer, mayWrite }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {customer.identities.map((identity) => (
          <Line
            key={identity.id}
            workspace={workspace}
            identity={identity}
            mayWrite={mayWrite}
            isOnly={customer.identities.length === 1}
          />
        ))}
        {customer.saidNumbers.map(({ id, number }) => (
          <SaidNumber
            key={id}
            workspace={workspace}
            customerId={customer.id}
            number={number}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
      {mayWrite && <AddIdentity workspace={workspace} customerId={customer.id} />}
    </div>
  );
}

type SaidProps = Readonly<{ workspace: string; customerId: string; number: string; mayWrite: boolean }>;

/** A number that the customer told of themselves: it can be called, and nobody is recognised by it. */
function SaidNumber({ workspace, customerId, number, mayWrite }: SaidProps) {
  const t = useTranslations('customer');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      const done = await addIdentityAction(workspace, { customerId, kind: 'phone', value: number });
      if (done.ok) toast(t('identities.added', { value: number }));
      else toast.error(problem(done.error.code));
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
      <span className="w-20 shrink-0 text-ink-faint text-sm">{t('kind.phone')}</span>
      <span className="min-w-0 flex-1 basis-48 break-words">
        {number}
        <span className="block text-ink-soft text-sm">{t('identities.said')}</span>
      </span>
      <Badge tone="warning">{t('identities.unproven')}</Badge>
      {mayWrite && (
        <Button
          size="sm"
          pending={pending}
          onClick={confirm}
          aria-label={t('identities.confirmNamed', { value: number })}
        >
          {t('identities.confirm')}
        </Button>
      )}
    </li>
  );
}

type LineProps = Readonly<{ workspace: string; identity: Identity; mayWrite: boolean; isOnly: boolean }>;

function Line({ workspace, identity, mayWrite, isOnly }: LineProps) {
  const t = useTranslations('customer');
  const { kind, value, label, primary, bouncedAt } = identity;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
      <span className="w-20 shrink-0 text-ink-faint text-sm">{t(`kind.${kind}`)}</span>
      <span className="min-w-0 flex-1 break-all">
        {label || value}
        {bouncedAt && (
          <span className="flex items-center gap-1 text-danger-ink text-sm">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {t('bounced')}
          </span>
        )}
      </span>
      {primary && <Badge tone="success">{t('identities.primary')}</Badge>}
      {mayWrite && <Acts workspace={workspace} identity={identity} isOnly={isOnly} />}
    </li>
  );
}

function Acts({ workspace, identity, isOnly }: Omit<LineProps, 'mayWrite'>) {
  const t = useTranslations('customer.identities');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const { id: identityId, value, primary } = identity;
  const run = (action: typeof preferIdentityAction | typeof removeIdentityAction, done?: string) =>
    start(async () => {
      const result = await action(workspace, { identityId });
      if (!result.ok) toast.error(problem(result.error.code));
      else if (done) toast(done);
    });
  return (
    <span className="flex gap-1">
      {!primary && (
        <Button
          variant="ghost"
          size="icon-sm"
          pending={pending}
          aria-label={t('preferNamed', { value })}
          title={t('prefer')}
          onClick={() => run(preferIdentityAction)}
        >
          <Star aria-hidden />
        </Button>
      )}
      {!isOnly && (
        <Button
          variant="ghost"
          size="icon-sm"
          pending={pending}
          aria-label={t('remove', { value })}
          title={t('remove', { value })}
          onClick={() => run(removeIdentityAction, t('removed', { value }))}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </span>
  );
}
