import { describe, expect, test } from 'vitest';
import type { Actor, Role, Scope, StaffActor } from '@/domain/permission/actor';
import { KEY_SCOPES, may, mayOnTicket, type Permission } from '@/domain/permission/can';

const staff = (role: Role, over: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'user',
  id: 'zsofia',
  name: 'Zsófia',
  role,
  scope: 'all',
  teamIds: [],
  ...over,
});

describe('what a role may do at all', () => {
  const table: [Permission, Role[]][] = [
    ['ticket.read', ['owner', 'admin', 'manager', 'agent', 'light_agent']],
    ['ticket.note', ['owner', 'admin', 'manager', 'agent', 'light_agent']],
    ['ticket.reply', ['owner', 'admin', 'manager', 'agent']],
    ['ticket.update', ['owner', 'admin', 'manager', 'agent']],
    ['audit.read', ['owner', 'admin', 'manager']],
    ['people.manage', ['owner', 'admin']],
    ['channel.manage', ['owner', 'admin']],
    ['api_key.manage', ['owner', 'admin']],
  ];
  const roles: Role[] = ['owner', 'admin', 'manager', 'agent', 'light_agent'];

  for (const [permission, allowed] of table) {
    test(`${permission} is for ${allowed.join(', ')}`, () => {
      expect(roles.filter((role) => may(staff(role), permission))).toEqual(allowed);
    });
  }

  test('a customer holds no permission of staff, and the product itself holds all', () => {
    const permissions = Object.keys(KEY_SCOPES) as Permission[];
    const customer: Actor = { kind: 'customer', id: 'anna', name: 'Anna' };
    const intake: Actor = { kind: 'system', id: 'intake', name: 'intake' };
    expect(permissions.filter((permission) => may(customer, permission))).toEqual([]);
    expect(permissions.filter((permission) => !may(intake, permission))).toEqual([]);
  });

  test('the scopes of an API key narrow its role and never widen it', () => {
    const reader = staff('admin', { keyScopes: ['tickets:read'] });
    expect(may(reader, 'ticket.read')).toBe(true);
    expect(may(reader, 'ticket.reply')).toBe(false);
    const light = staff('light_agent', { keyScopes: ['tickets:write', 'tickets:read'] });
    expect(may(light, 'ticket.reply')).toBe(false);
  });
});

describe('who sees which ticket', () => {
  const tickets = {
    mine: { teamId: 'orders', assigneeId: 'zsofia', requesterId: 'anna' },
    'of my team': { teamId: 'help', assigneeId: 'janis', requesterId: 'anna' },
    'of another team': { teamId: 'orders', assigneeId: 'janis', requesterId: 'anna' },
    'of no team': { teamId: null, assigneeId: null, requesterId: 'anna' },
  };
  const seen: Record<Scope, (keyof typeof tickets)[]> = {
    all: ['mine', 'of my team', 'of another team', 'of no team'],
    team: ['mine', 'of my team', 'of no team'],
    own: ['mine'],
  };

  for (const scope of ['all', 'team', 'own'] as const) {
    test(`scope ${scope} sees the tickets ${seen[scope].join(', ')}`, () => {
      const actor = staff('agent', { scope, teamIds: ['help'] });
      const visible = Object.entries(tickets).filter(([, ticket]) =>
        mayOnTicket(actor, 'ticket.read', ticket),
      );
      expect(visible.map(([name]) => name)).toEqual(seen[scope]);
    });
  }

  test('an unassigned ticket is not the own ticket of a key that acts for nobody', () => {
    const key = staff('agent', { id: null, scope: 'own' });
    expect(mayOnTicket(key, 'ticket.read', tickets['of no team'])).toBe(false);
  });

  const permissions = Object.keys(KEY_SCOPES) as Permission[];

  test('a customer reads, answers and closes their own ticket, and does nothing else', () => {
    const anna: Actor = { kind: 'customer', id: 'anna', name: 'Anna' };
    const edgars: Actor = { kind: 'customer', id: 'edgars', name: 'Edgars' };
    const may = permissions.filter((permission) => mayOnTicket(anna, permission, tickets.mine));
    expect(may).toEqual(['ticket.read', 'ticket.reply', 'ticket.update']);
    expect(permissions.filter((permission) => mayOnTicket(edgars, permission, tickets.mine))).toEqual([]);
  });

  test('what an organization shares is read and answered by its people, and closed by its requester alone', () => {
    const colleague: Actor = { kind: 'customer', id: 'edgars', name: 'Edgars', organizationId: 'lamps' };
    const shared = { ...tickets.mine, organizationId: 'lamps' };
    expect(permissions.filter((permission) => mayOnTicket(colleague, permission, shared))).toEqual([
      'ticket.read',
      'ticket.reply',
    ]);
    expect(mayOnTicket(colleague, 'ticket.read', { ...tickets.mine, organizationId: 'kettles' })).toBe(false);
    expect(mayOnTicket(colleague, 'ticket.read', { ...tickets.mine, organizationId: null })).toBe(false);
  });

  test('a link to one ticket is good for that ticket, while its holder is the requester', () => {
    const guest: Actor = {
      kind: 'customer',
      id: 'anna',
      name: 'Anna',
      ticketId: 't1',
      organizationId: 'lamps',
    };
    expect(mayOnTicket(guest, 'ticket.reply', { ...tickets.mine, id: 't1' })).toBe(true);
    expect(mayOnTicket(guest, 'ticket.read', { ...tickets.mine, id: 't2' })).toBe(false);
    expect(mayOnTicket(guest, 'ticket.read', tickets.mine)).toBe(false);
    const passedOn = { ...tickets.mine, id: 't1', requesterId: 'edgars', organizationId: 'lamps' };
    expect(mayOnTicket(guest, 'ticket.read', passedOn)).toBe(false);
  });
});
