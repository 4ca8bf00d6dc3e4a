import type { ComponentProps } from 'react';
import { Select } from './select';

type Props = ComponentProps<typeof Select> &
  Readonly<{
    /** As the server knows them: server and browser may differ, and the page must not. */
    zones: readonly string[];
    /** The choice of no zone at all, where that is one. */
    none?: string;
  }>;

/** Choice of a time zone, grouped by continent; the browser's own search by letters works in it. */
export function TimeZoneSelect({ zones, none, ...rest }: Props) {
  return (
    <Select {...rest}>
      {none && <option value="">{none}</option>}
      {[...groups(zones)].map(([continent, zones]) => (
        <optgroup key={continent} label={continent}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function groups(all: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const zone of all) {
    const continent = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC';
    found.set(continent, [...(found.get(continent) ?? []), zone]);
  }
  return found;
}
