import { expect, test } from 'vitest';
import {
  goingLinks,
  linkedAs,
  linkWhere,
  MOST_LINKS,
  mayLink,
  type TicketLink,
  withLink,
  withoutLink,
} from '@/domain/ticket/link';
import { LINKED_AS } from '@/domain/ticket/link-fact';
import { aTicket, NOON, zsofia } from './given';

const made = { by: zsofia, at: NOON };
const link = (kind: TicketLink['kind'], fromId: string, toId: string) => ({ kind, fromId, toId });
const alone = { links: [], above: [] };

test.each(LINKED_AS)(
  'a ticket that is linked as %s stands so, and its counterpart sees it the other way',
  (as) => {
    const found = linkWhere(as, { ticketId: 'here', otherId: 'other' });
    expect(linkedAs(found, 'here')).toBe(as);
    const back = linkedAs(found, 'other');
    expect(linkWhere(back, { ticketId: 'other', otherId: 'here' }).kind).toBe(found.kind);
    expect(back === as).toBe(as === 'related');
  },
);

test.each([
  [link('related', 'a', 'a'), alone, 'link.same'],
  [link('part_of', 'a', 'b'), { links: [link('related', 'b', 'a')], above: [] }, 'link.exists'],
  [link('incident_of', 'a', 'b'), { links: [link('incident_of', 'a', 'c')], above: [] }, 'link.has_problem'],
  [link('part_of', 'a', 'b'), { links: [link('part_of', 'a', 'c')], above: [] }, 'link.has_parent'],
  [
    link('duplicate_of', 'a', 'b'),
    { links: [link('duplicate_of', 'a', 'c')], above: [] },
    'link.has_original',
  ],
  [
    link('incident_of', 'a', 'b'),
    { links: [link('incident_of', 'b', 'c')], above: ['c'] },
    'link.problem_is_incident',
  ],
  [
    link('incident_of', 'a', 'b'),
    { links: [link('incident_of', 'c', 'a')], above: [] },
    'link.problem_is_incident',
  ],
  [link('part_of', 'a', 'b'), { links: [link('part_of', 'b', 'c')], above: ['c', 'a'] }, 'link.circle'],
] as const)('what does not fit together is refused: case %#', (wanted, around, code) => {
  expect(mayLink(wanted, around)).toEqual({ ok: false, error: { code } });
});

test('a ticket has many incidents, parts and related tickets, up to a bound', () => {
  const many = Array.from({ length: MOST_LINKS - 1 }, (_, at) => link('incident_of', `i${at}`, 'p'));
  expect(mayLink(link('incident_of', 'a', 'p'), { links: many, above: [] }).ok).toBe(true);
  const full = [...many, link('incident_of', 'last', 'p')];
  expect(mayLink(link('incident_of', 'a', 'p'), { links: full, above: [] })).toEqual({
    ok: false,
    error: { code: 'link.too_many' },
  });
  expect(mayLink(link('related', 'a', 'b'), { links: [link('related', 'a', 'c')], above: [] }).ok).toBe(true);
});

test('plain questions become an incident and a problem; what somebody made of a ticket stays, and what is done too', () => {
  const both = link('incident_of', 'a', 'p');
  const other = aTicket({ id: 'p', number: 7 });
  const linked = withLink(aTicket({ id: 'a' }), { link: both, other }, made);
  expect(linked.after.type).toBe('incident');
  expect(linked.events).toEqual([
    { type: 'ticket.linked', as: 'problem', otherId: 'p', otherNumber: 7 },
    { type: 'ticket.type_changed', from: 'question', to: 'incident' },
  ]);
  expect(withLink(other, { link: both, other: aTicket({ id: 'a' }) }, made).after.type).toBe('problem');
  const complaint = aTicket({ id: 'a', type: 'complaint' });
  expect(withLink(complaint, { link: both, other }, made).after.type).toBe('complaint');
  const done = aTicket({ id: 'a', status: 'solved' });
  expect(withLink(done, { link: both, other }, made).after.type).toBe('question');
  expect(withLink(aTicket({ id: 'a' }), { link: link('part_of', 'a', 'p'), other }, made).after.type).toBe(
    'question',
  );
});

test('the end of a link leaves the type, unless the whole link is taken back', () => {
  const both = { link: link('incident_of', 'a', 'p'), other: aTicket({ id: 'p', number: 7 }) };
  const incident = aTicket({ id: 'a', type: 'incident' });
  const ended = withoutLink(incident, { ...both, untype: false }, made);
  expect(ended.events).toEqual([{ type: 'ticket.unlinked', as: 'problem', otherId: 'p', otherNumber: 7 }]);
  expect(withoutLink(incident, { ...both, untype: true }, made).after.type).toBe('question');
  const changed = aTicket({ id: 'a', type: 'task' });
  expect(withoutLink(changed, { ...both, untype: true }, made).after.type).toBe('task');
});

const none = { part_of: [], duplicate_of: [], incident_of: [] };

test('a merge takes along what the other ticket could have by hand, and nothing else', () => {
  const asked = { sourceId: 's', targetId: 't', aboveSource: none, aboveTarget: none };
  const going = (links: TicketLink[], over = {}) => goingLinks({ ...asked, ...over, links });
  // The pair itself, a ticket that both are linked with, a second problem.
  const pair = link('duplicate_of', 's', 't');
  const shared = [link('related', 's', 'x'), link('related', 'x', 't')];
  const problems = [link('incident_of', 's', 'p'), link('incident_of', 't', 'q')];
  const free = [link('part_of', 'c', 's'), link('related', 'y', 's')];
  expect(going([pair, ...shared, ...problems, ...free])).toEqual(free);
  // A problem cannot take in what makes it an incident.
  expect(going([link('incident_of', 's', 'p'), link('incident_of', 'i', 't')])).toEqual([]);
});

test('a merge closes no circle of parents', () => {
  const up = link('part_of', 's', 'p');
  const down = link('part_of', 'c', 's');
  const asked = { sourceId: 's', targetId: 't', links: [down, up], aboveTarget: none };
  // The parent stands below the target, or the part above the parent.
  expect(goingLinks({ ...asked, aboveSource: { ...none, part_of: ['p', 't'] } })).toEqual([down]);
  expect(goingLinks({ ...asked, aboveSource: { ...none, part_of: ['p'] } })).toEqual([up, down]);
  expect(goingLinks({ ...asked, aboveSource: { ...none, part_of: ['p', 'c'] } })).toEqual([up]);
});
