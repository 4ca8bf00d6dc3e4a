import { describe, expect, it } from 'vitest';
import { newId } from '@/server/ids';
import { fileLink, isFileLink } from '@/server/storage/file-link';

const AT = new Date('2026-03-02T09:00:00Z');
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

describe('a link to a picture inside a mail', () => {
  it('opens for a day at least and two at most', () => {
    const link = fileLink(newId(), newId(), AT);
    expect(isFileLink(link, AT)).toBe(true);
    expect(isFileLink(link, later(24))).toBe(true);
    expect(isFileLink(link, later(48))).toBe(false);
  });

  it('stays the same during a day, so that browsers fetch the picture once', () => {
    const [workspaceId, attachmentId] = [newId(), newId()];
    expect(fileLink(workspaceId, attachmentId, AT)).toEqual(fileLink(workspaceId, attachmentId, later(10)));
  });

  it('opens nothing else', () => {
    const link = fileLink(newId(), newId(), AT);
    expect(isFileLink({ ...link, attachmentId: newId() }, AT)).toBe(false);
    expect(isFileLink({ ...link, workspaceId: newId() }, AT)).toBe(false);
    expect(isFileLink({ ...link, until: link.until + 1 }, AT)).toBe(false);
    expect(isFileLink({ ...link, mac: `${link.mac.slice(0, -1)}9` }, AT)).toBe(false);
    expect(isFileLink({ ...link, mac: '' }, AT)).toBe(false);
    expect(isFileLink({ ...link, until: Number.NaN }, AT)).toBe(false);
  });
});
