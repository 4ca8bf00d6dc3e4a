import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { TicketClocks } from '@/features/sla/clocks-on-ticket';
import { ClockPanel } from '@/features/sla/ui/clock-panel';
import { LOCALES, type Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

const HOUR = 3_600_000;
const now = new Date('2026-11-16T10:00:00Z');
const clock = {
  metric: 'requester_wait',
  sequence: 1,
  state: 'running',
  target: 8 * HOUR,
  elapsed: 1.5 * HOUR,
  startedAt: now,
  dueAt: new Date(now.getTime() + 2.5 * HOUR),
  breachedAt: null,
  endedAt: null,
  pausedSince: null,
  pausedFor: 0,
  reason: null,
} as const;

const shown = (over: object, status: TicketClocks['status'] = 'open'): TicketClocks => ({
  status,
  policy: { id: 'p', name: 'Standard' },
  nextDueAt: null,
  nextDueMetric: null,
  clocks: [{ ...clock, ...over }],
});

async function textOf(data: TicketClocks, locale: Locale = 'en'): Promise<string> {
  const messages = await messagesOf(locale);
  const panel = createElement(ClockPanel, { shown: data });
  const props = { locale, messages, now, timeZone: 'Europe/Riga', children: panel };
  const page = createElement(NextIntlClientProvider, props);
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the clocks of a ticket', () => {
  test('say how long is left and how much is used', async () => {
    const text = await textOf(shown({}));
    expect(text).toContain('2 h 30 min left');
    expect(text).toContain('1 h 30 min of 8 h used');
  });

  test('say since when and why one stands still', async () => {
    const paused = { state: 'paused', dueAt: null, pausedSince: now, pausedFor: 2 * HOUR };
    const text = await textOf(shown(paused, 'pending'));
    expect(text).toContain('while waiting for the customer');
    expect(text).toContain('paused for 2 h in all');
  });

  test('say since when one is late', async () => {
    const late = { dueAt: new Date(now.getTime() - HOUR), breachedAt: new Date(now.getTime() - HOUR) };
    expect(await textOf(shown(late))).toContain('1 h late');
  });

  test.each(LOCALES)('speak %s in every state', async (locale) => {
    for (const state of ['running', 'paused', 'met', 'missed', 'uncounted', 'cancelled'] as const) {
      const text = await textOf(shown({ state, dueAt: null }), locale);
      expect(text).toContain('Standard');
      expect(text).not.toMatch(/sla\.|\{/);
    }
  });
});
