import { expect, it } from 'vitest';
import { isSpam } from '@/domain/intake/spam';

it.each([
  [{ 'x-spam-flag': 'YES' }],
  [{ 'x-spam-status': 'Yes, score=7.2 required=5.0' }],
  [{ 'x-spam-status': ['No, score=0', 'Yes, score=9'] }],
  [{ 'x-forefront-antispam-report': 'CIP:192.0.2.1;SFV:SPM;SRV:' }],
  [{ 'x-ses-spam-verdict': 'FAIL' }],
])('believes the filter that says yes: %j', (headers) => {
  expect(isSpam(headers)).toBe(true);
});

it.each([
  [{}],
  [{ 'x-spam-flag': 'NO' }],
  [{ 'x-spam-status': 'No, score=-0.9 required=10.0' }],
  [{ 'x-forefront-antispam-report': 'CIP:192.0.2.1;SFV:NSPM;' }],
  [{ 'x-ms-exchange-organization-scl': '1' }],
])('believes the filter that says no: %j', (headers) => {
  expect(isSpam(headers)).toBe(false);
});
