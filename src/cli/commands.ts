import { add } from './commands/add.ts';
import { changes } from './commands/changes.ts';
import { checkpoint } from './commands/checkpoint.ts';
import { erase } from './commands/erase.ts';
import { export_ } from './commands/export.ts';
import { key } from './commands/key.ts';
import { log } from './commands/log.ts';
import { look } from './commands/look.ts';
import { new_ } from './commands/new.ts';
import { next } from './commands/next.ts';
import { note } from './commands/note.ts';
import { policy } from './commands/policy.ts';
import { publish } from './commands/publish.ts';
import { read } from './commands/read.ts';
import { rebuild } from './commands/rebuild.ts';
import { recapture } from './commands/recapture.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { stamp } from './commands/stamp.ts';
import { trace } from './commands/trace.ts';
import { unseal } from './commands/unseal.ts';
import { verify } from './commands/verify.ts';
import { version } from './commands/version.ts';
import { why } from './commands/why.ts';

/** A command of the program: how it is called, what it does, and the doing. `run` gives the exit status. */
export interface Command {
  readonly usage: string;
  /** One line. */
  readonly does: string;
  /** What `--help` says beyond that. */
  readonly more?: string;
  /** Whether it writes to a case, so that stopping it leaves something behind. */
  readonly writes?: boolean;
  readonly run: (words: readonly string[], bare: boolean) => Promise<number>;
}

/** The commands in the order of the help: what leaves nothing behind, what works on a case, what makes it last. */
const looking = { look, read, trace, changes, policy };
const keeping = { new: new_, add, show, why, next, note, log, recapture, serve };
const lasting = { publish, verify, checkpoint, stamp, export: export_, rebuild, erase, unseal, key };
export const commands = { ...looking, ...keeping, ...lasting, version } satisfies Record<string, Command>;

const GROUPS: readonly (readonly [string, Readonly<Record<string, Command>>])[] = [
  ['Looking, leaving nothing behind (changes also at a case)', looking],
  ['A case that stays', keeping],
  ['Its record: published, checked, passed on, protected', lasting],
  ['', { version }],
];

/** The help page. */
export function overview(): string {
  const groups = GROUPS.map(([title, group]) => {
    const lines = Object.values(group).map((command) => `  ${command.usage}\n      ${command.does}`);
    return `${title ? `${title}:\n\n` : ''}${lines.join('\n')}`;
  });
  const exits =
    'Exit status: 0 done; 1 done, and verify or policy check found a fault; 2 the call or the input was refused.';
  const hint = '`hearsay <command> --help` tells all options. Without a command it looks at the example story.';
  return `Hearsay: what does this story rest on?\n\n${groups.join('\n\n')}\n\n${hint}\n${exits}\n`;
}
