import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import type { MetricName, ValueUnit } from '@/domain/metrics/registry';
import { askedOf } from '@/features/insights/queries';
import { getMetricPage, type MetricPage } from '@/features/insights/queries-metric';
import { MetricScreen } from '@/features/insights/ui/metric-screen';
import { valueWriter } from '@/features/insights/write-value';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { metricDefinitions } from '@/features/metrics/queries';
import { messagesOf } from '@/i18n/messages';
import type { StaffContext } from '@/server/context';
import { caller, keyOf } from '../api/calls';
import type { World } from '../sla/support';

type Told = Readonly<{
  metric: MetricName;
  value: number;
  unit: ValueUnit;
  count: number;
  weight: 'none' | 'uncertain' | 'sound';
  interval: Readonly<{ low: number; high: number }>;
  spread: object;
}>;
type Part = Readonly<{
  group: string;
  label: string | null;
  value: number;
  count: number;
  share: number | null;
}>;
type Days = Readonly<{ from: string; to: string }>;
type Asked = Awaited<ReturnType<typeof askedOf>>;

/** Reads numbers as people do: by the API and on the screen of each number, which have to say the same. */
export async function bothWays(world: World, owner: StaffContext) {
  const call = caller(await keyOf(owner, ['insights:read']));
  const manager = await world.member({ role: 'manager' });
  const screen = await screenOf();
  const pageOf = async (metric: MetricName, parameters: Record<string, string>) => {
    const asked = await askedOf(manager, parameters);
    const page = await getMetricPage(manager, metric, { asked, parameters });
    return { ...page, text: screen(metric, asked, page) };
  };
  /** Of a month of 2026, or of the days given. */
  const daysOf = (month: number | Days) => {
    if (typeof month !== 'number') return month;
    const to = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
    return { from: `${to.slice(0, 8)}01`, to };
  };
  const asked = (month: number | Days, hours = 'calendar') => ({
    ...daysOf(month),
    ...{ compared: 'none', hours },
  });
  return {
    call,
    read: async (metrics: string, ...[month, hours]: [number | Days, string?]): Promise<Told[]> => {
      await countWorkspace(world, world.workspaceId);
      const { json } = await call(`/metrics?${new URLSearchParams({ metrics, ...asked(month, hours) })}`);
      for (const told of json.data) {
        const { value, text } = await pageOf(told.metric, asked(month, hours));
        expect(value).toMatchObject({ value: told.value, count: told.count, version: told.version });
        expect([value?.interval, value?.spread]).toEqual([told.interval, told.spread]);
        expect(text).toContain(shownOf(told));
      }
      return json.data;
    },
    split: async (metric: MetricName, ...[month, by]: [number | Days, string]) => {
      await countWorkspace(world, world.workspaceId);
      const { json } = await call(`/metrics/${metric}/split?${new URLSearchParams({ by, ...asked(month) })}`);
      const { parts } = await pageOf(metric, { ...asked(month), by });
      const shown = (list: readonly Part[]) => list.map(({ group, value, share }) => [group, value, share]);
      expect(shown(parts as readonly Part[])).toEqual(shown(json.data));
      return json.data as Part[];
    },
    /** The page of a number as it is read, without its marks. */
    screen: async (metric: MetricName, month: number | Days) => pageOf(metric, asked(month)),
  };
}

const written = valueWriter('en');

/** As a person reads it; of too few only that. */
function shownOf({ weight, count, value, unit }: Told): string {
  if (weight !== 'none') return written.value(value, unit).replace(/\s+/g, ' ');
  return count === 0 ? 'nothing yet' : 'too few to say';
}

/** Draws the screen of a number in English; gives what stands on it. */
async function screenOf() {
  const [messages, definitions] = await Promise.all([messagesOf('en'), metricDefinitions('en')]);
  const metrics = new Map<string, (typeof definitions)[number]>(
    definitions.map((each) => [each.metric, each]),
  );
  return (metric: MetricName, asked: Asked, page: MetricPage): string => {
    const described = metrics.get(metric);
    if (!described) throw new Error(`no metric ${metric}`);
    const children = createElement(MetricScreen, { workspace: 'desk', described, metrics, asked, page });
    const given = { locale: 'en' as const, messages, timeZone: 'Europe/Budapest', children };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, given))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };
}
