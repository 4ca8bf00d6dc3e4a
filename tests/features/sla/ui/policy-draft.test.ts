import { expect, test } from 'vitest';
import { policyInput } from '@/features/sla/inputs';
import { type PolicyDraft, policyDraft, policyOfDraft, wrongInPolicy } from '@/features/sla/ui/policy-draft';

const calendarId = '01980000-0000-7000-8000-000000000001';
const policy = policyInput.parse({
  name: 'Premium',
  calendarId,
  warnMinutes: 30,
  escalateMinutes: null,
  webhookMinutes: 90,
  webhookEndpointId: calendarId,
  silenceIsKept: true,
  targets: [
    { metric: 'first_reply', priority: 'high', minutes: 90, pauseOn: [] },
    { metric: 'agent_work', priority: 'low', minutes: 480, hours: 'calendar', pauseOn: ['pending'] },
  ],
});

const typed = (time: string): PolicyDraft => {
  const draft = policyDraft(null, calendarId);
  const first = { ...draft.metrics.first_reply, times: { low: '', normal: time, high: '', urgent: '' } };
  return { ...draft, name: 'Fast', metrics: { ...draft.metrics, first_reply: first } };
};

test('a policy comes back from the form as it went in', () => {
  expect(policyOfDraft(policyDraft(policy, ''), undefined)).toEqual(policy);
});

test('a new policy pauses as the metrics are defined', () => {
  const { metrics } = policyDraft(null, calendarId);
  expect(metrics.agent_work.pauseOn).toEqual(['pending', 'on_hold']);
  expect(metrics.first_reply.pauseOn).toEqual([]);
});

test('times are read as people write them', () => {
  expect(policyOfDraft(typed('2 h 30 min'), undefined).targets).toEqual([
    { metric: 'first_reply', priority: 'normal', minutes: 150, hours: 'business', pauseOn: [] },
  ]);
  expect(wrongInPolicy(typed('2 h 30 min'))).toBeNull();
});

test('what cannot be read is named, and a policy that promises nothing is refused', () => {
  expect(wrongInPolicy(typed('soon'))?.times).toEqual(['first_reply/normal']);
  expect(wrongInPolicy(typed('0'))?.times).toEqual(['first_reply/normal']);
  expect(wrongInPolicy(typed(''))?.nothing).toBe(true);
  expect(wrongInPolicy({ ...typed('1 h'), warn: '', escalate: 'never' })).toMatchObject({
    warn: true,
    escalate: true,
  });
  const webhook = { webhookEndpointId: calendarId, webhook: 'later' };
  expect(wrongInPolicy({ ...typed('1 h'), ...webhook })?.webhook).toBe(true);
});
