import { getTranslations } from 'next-intl/server';
import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { placeToText } from '@/domain/view/view';
import type { getProfile } from '@/features/customers/profile';
import type { CustomerProfile } from '@/features/customers/queries';
import { CustomerListPages } from '@/features/customers/ui/customer-lines';
import { MailChoice } from '@/features/customers/ui/mail-choice';
import type { CustomerOrders } from '@/features/orders/queries';
import { OrderTable } from '@/features/orders/ui/orders-panel';
import { CustomerPromises } from '@/features/promises/ui/promise-list';
import type { SurveyStop } from '@/features/surveys/queries-choice';
import type { feedbackOfCustomer } from '@/features/surveys/queries-opinions';
import { CustomerFeedback } from '@/features/surveys/ui/customer-feedback';
import { SurveyChoice } from '@/features/surveys/ui/survey-choice.client';
import { Panel } from '@/ui/panel';

type Listed = Readonly<{ workspace: string; customerId: string; name: string; isFirst: boolean }>;
type OrdersProps = Listed & Readonly<{ shown: CustomerOrders; actor: StaffActor }>;

/**
 * What the customer ordered. Where no system tells us of orders, those who could connect one read how, and for everybody else
 * there is nothing.
 */
export async function OrdersPanel({ shown, actor, name, ...listed }: OrdersProps) {
  const t = await getTranslations('order');
  const { orders, next, connected } = shown;
  if (!connected && !may(actor, 'api_key.manage')) return null;
  return (
    <div id="orders">
      <Panel title={t('title')}>
        <OrderTable name={name} orders={orders} connected={connected} />
        {(next || !listed.isFirst) && (
          <div className="mt-4">
            <CustomerListPages list="orders" next={next && placeToText(next)} {...listed} />
          </div>
        )}
      </Panel>
    </div>
  );
}

type Promises = Awaited<ReturnType<typeof getProfile>>['promises'];
type Answers = Awaited<ReturnType<typeof feedbackOfCustomer>>;

/** What the customer was promised on all tickets that the reader may see. */
export async function PromisesPanel({
  promises: { promises, next },
  name: _,
  ...listed
}: Listed & Readonly<{ promises: Promises }>) {
  const t = await getTranslations('customer.promises');
  return (
    <div id="promises">
      <Panel title={t('title')}>
        {promises.length === 0 ? (
          <p className="text-ink-faint">{t('empty')}</p>
        ) : (
          <CustomerPromises workspace={listed.workspace} promises={promises} />
        )}
        {(next || !listed.isFirst) && (
          <div className="mt-4">
            <CustomerListPages list="promises" next={next} {...listed} />
          </div>
        )}
      </Panel>
    </div>
  );
}

type OpinionsProps = Listed & Readonly<{ answers: Answers; stop: SurveyStop; mayWrite: boolean }>;

/** Whether the customer is asked, and what they answered. */
export async function OpinionsPanel({ answers, stop, mayWrite, name, ...listed }: OpinionsProps) {
  const { workspace, customerId } = listed;
  const [t, feedback] = await Promise.all([getTranslations('customer'), getTranslations('feedback')]);
  return (
    <div id="answers">
      <Panel title={t('surveys.title')}>
        <div className="flex flex-col gap-4">
          <SurveyChoice workspace={workspace} customerId={customerId} stop={stop} mayWrite={mayWrite} />
          {answers.rows.length === 0 ? (
            <p className="text-ink-faint">{t('answers.empty')}</p>
          ) : (
            <CustomerFeedback
              workspace={workspace}
              label={feedback('list.ofCustomer', { name })}
              answers={answers.rows}
            />
          )}
          <CustomerListPages list="answers" next={answers.next && placeToText(answers.next)} {...listed} />
        </div>
      </Panel>
    </div>
  );
}

/** The mails that the customer wants besides answers. */
export async function MailsPanel({ customer }: Readonly<{ customer: CustomerProfile }>) {
  const t = await getTranslations('customer.mails');
  return (
    <Panel title={t('title')}>
      <MailChoice customer={customer} />
    </Panel>
  );
}
