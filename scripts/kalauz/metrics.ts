import { countWorkspace, noteEverything } from '@/features/metrics/commands/count-changes';
import { database } from '@/server/db/client';
import { type Command, need } from './command';
import { inWorkspace, world } from './world';

const rebuild: Command = {
  name: 'metrics rebuild',
  usage: '--workspace <slug>',
  about: 'Counts everything in a workspace again from its history, and says how long it took.',
  options: ['workspace'],
  run: async (given) => {
    const { workspaceId } = await inWorkspace(need(given, 'workspace'));
    const start = performance.now();
    await database().$transaction((tx) => noteEverything(tx, workspaceId), { timeout: 600_000 });
    await countWorkspace(world(), workspaceId);
    const facts = await database().metricFact.count({ where: { workspaceId } });
    console.log(`${facts} facts counted in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    return 0;
  },
};

export const metricsCommands: readonly Command[] = [rebuild];
