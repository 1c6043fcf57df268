import { look } from './commands/look.ts';
import { policy } from './commands/policy.ts';
import { read } from './commands/read.ts';
import { trace } from './commands/trace.ts';
import { version } from './commands/version.ts';

/** A command of the program: how it is called, what it does, and the doing. `run` gives the exit status. */
export interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (words: readonly string[], bare: boolean) => Promise<number>;
}

export const commands = { look, read, trace, policy, version } satisfies Record<string, Command>;

/** The help page. */
export function overview(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.does}`);
  return `Hearsay: what does this story rest on?\n\n${lines.join('\n')}\n\nWithout a command it looks at the example story.\nExit status: 0 done; 2 the call or the input was refused.\n`;
}
