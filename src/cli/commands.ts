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
import { read } from './commands/read.ts';
import { rebuild } from './commands/rebuild.ts';
import { recapture } from './commands/recapture.ts';
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
  readonly does: string;
  /** Whether it writes to a case, so that stopping it leaves something behind. */
  readonly writes?: boolean;
  readonly run: (words: readonly string[], bare: boolean) => Promise<number>;
}

export const commands = {
  ...{ look, read, trace, changes, policy },
  ...{
    new: new_,
    add,
    show,
    why,
    next,
    note,
    log,
    verify,
    rebuild,
    erase,
    unseal,
    recapture,
    export: export_,
    checkpoint,
    stamp,
    key,
    version,
  },
} satisfies Record<string, Command>;

/** The help page. */
export function overview(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.does}`);
  return `Hearsay: what does this story rest on?\n\n${lines.join('\n')}\n\nWithout a command it looks at the example story.\nExit status: 0 done; 1 done, and a fault was found by verify; 2 the call or the input was refused.\n`;
}
