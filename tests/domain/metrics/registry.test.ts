import { expect, test } from 'vitest';
import { definitionOf, isDuration, METRIC_NAMES, measuresOf, withVariant } from '@/domain/metrics/registry';

test('minutes are taken in the hours that are asked for, where both are counted', () => {
  expect(measuresOf(definitionOf('first_response'), 'business')).toEqual(['first_reply_business']);
  expect(measuresOf(definitionOf('first_response'), 'calendar')).toEqual(['first_reply']);
  expect(measuresOf(definitionOf('call_handle'), 'business')).toEqual(['call_handle']);
});

test('first contact resolution follows the variant of the workspace, and no other metric does', () => {
  expect(withVariant(definitionOf('fcr'), 'b_genuine').of).toEqual(['fcr_b_genuine']);
  expect(withVariant(definitionOf('fcr_a'), 'b').of).toEqual(['fcr_a']);
  expect(withVariant(definitionOf('fcr'), 'e')).toMatchObject({
    name: 'fcr',
    of: ['fcr_e'],
    anchor: 'answered',
  });
  expect(withVariant(definitionOf('fcr'), 'e').matures).toBeUndefined();
});

test('durations have a middle and a slowest tenth; shares, counts and ages have none', () => {
  const durations = METRIC_NAMES.filter((name) => isDuration(definitionOf(name)));
  expect(durations).toContain('average_response');
  expect(durations).not.toContain('backlog_age');
  expect(durations).not.toContain('replies_per_resolution');
});
