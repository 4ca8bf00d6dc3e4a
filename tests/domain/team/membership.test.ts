import { describe, expect, test } from 'vitest';
import type { Role } from '@/domain/permission/actor';
import { mayChangeRole, mayDeactivate, mayGiveRole, ROLES, rolesToGive } from '@/domain/team/membership';

const by = (role: Role, id: string | null = 'boss') => ({ id, role });
const member = (role: Role, userId = 'somebody') => ({ userId, role, active: true });
const code = (decision: ReturnType<typeof mayChangeRole>) => (decision.ok ? 'ok' : decision.error.code);

describe('giving a role', () => {
  test.each(ROLES)('%s gives their own role and those below, and none above', (role) => {
    const given = ROLES.filter((each) => mayGiveRole(by(role), each).ok);
    expect(given).toEqual(rolesToGive(role));
    expect(given[0]).toBe(role);
  });
});

describe('changing a role', () => {
  test('an admin cannot make an owner, nor touch one', () => {
    const admin = by('admin');
    expect(code(mayChangeRole({ by: admin, member: member('agent'), role: 'owner', owners: 1 }))).toBe(
      'role.too_high',
    );
    expect(code(mayChangeRole({ by: admin, member: member('owner'), role: 'agent', owners: 2 }))).toBe(
      'role.too_high',
    );
  });

  test('an admin can change another admin', () => {
    expect(code(mayChangeRole({ by: by('admin'), member: member('admin'), role: 'agent', owners: 1 }))).toBe(
      'ok',
    );
  });

  test('nobody changes their own role', () => {
    const self = by('admin', 'self');
    expect(code(mayChangeRole({ by: self, member: member('admin', 'self'), role: 'agent', owners: 1 }))).toBe(
      'member.not_yourself',
    );
  });

  test('the last owner stays owner, even by their own wish', () => {
    const self = by('owner', 'self');
    expect(code(mayChangeRole({ by: self, member: member('owner', 'self'), role: 'admin', owners: 1 }))).toBe(
      'member.last_owner',
    );
    expect(code(mayChangeRole({ by: by('owner'), member: member('owner'), role: 'admin', owners: 2 }))).toBe(
      'ok',
    );
  });

  test('keeping the role is always allowed, so that teams can be changed', () => {
    const self = by('owner', 'self');
    expect(code(mayChangeRole({ by: self, member: member('owner', 'self'), role: 'owner', owners: 1 }))).toBe(
      'ok',
    );
  });
});

describe('shutting somebody out', () => {
  test('is not done to oneself, to somebody above, or to the last owner', () => {
    expect(code(mayDeactivate({ by: by('admin', 'self'), member: member('admin', 'self'), owners: 1 }))).toBe(
      'member.not_yourself',
    );
    expect(code(mayDeactivate({ by: by('admin'), member: member('owner'), owners: 2 }))).toBe(
      'role.too_high',
    );
    expect(code(mayDeactivate({ by: by('owner'), member: member('owner'), owners: 1 }))).toBe(
      'member.last_owner',
    );
    expect(code(mayDeactivate({ by: by('owner'), member: member('owner'), owners: 2 }))).toBe('ok');
  });
});
