import { database } from '@/server/db/client';
import { stopBoss } from '@/server/jobs/boss';
import { buildDemo } from './seed/build-demo';

const db = database();
const demo = await db.workspace.findUnique({ where: { slug: 'demo' }, select: { id: true } });
if (demo) {
  console.log('The demo workspace is there already.');
} else {
  await buildDemo(db, new Date());
  // The first queries come before the server looks at new tables by itself, and would be planned as if these were empty.
  await db.$executeRaw`analyze`;
  console.log('The demo workspace is ready.');
}
await stopBoss();
await db.$disconnect();
