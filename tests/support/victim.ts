import { spawn } from 'node:child_process';

type Errand = Readonly<{
  work: 'rule' | 'routing' | 'report' | 'survey' | 'import';
  workspaceId: string;
  /** Of an import: its own id. */
  ticketId: string;
  at: Date;
}>;
type Ended = Readonly<{ signal: string | null; statements: number; said: string }>;

/** Runs a worker that dies by SIGKILL before its `statement`th statement; with 0 it lives and counts them. */
export function victim({ work, workspaceId, ticketId, at }: Errand, statement: number): Promise<Ended> {
  const script = ['--import', 'tsx', '--conditions', 'react-server', 'tests/support/work-until-killed.ts'];
  const child = spawn(
    process.execPath,
    [...script, work, workspaceId, ticketId, at.toISOString(), String(statement)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, said] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  return new Promise((done) => {
    child.on('exit', (_, signal) => done({ signal, statements: Number(out), said }));
  });
}
