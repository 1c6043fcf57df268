#!/usr/bin/env node
import { HearsayError } from '../base/error.ts';
import { passOverStrays } from '../capture/strays.ts';
import { type Command, commands, overview } from './commands.ts';

passOverStrays(process);

/** A reader that went away (`| head`) is no fault of the run. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
process.on('SIGINT', () => {
  const command: Command | undefined = commands[process.argv[2] as keyof typeof commands];
  const kept = command?.writes ? 'what was acknowledged before is kept' : 'nothing was written';
  process.stderr.write(`\nstopped; ${kept}\n`);
  process.exit(130);
});

process.exitCode = await run(process.argv.slice(2));
if (process.exitCode === 2) process.exit();

async function run([name, ...rest]: readonly string[]): Promise<number> {
  try {
    if (name === undefined) return await commands.look.run([], true);
    if (name === 'help' || name === '--help' || name === '-h') return say(overview());
    if (name === 'version' || name === '--version') return await commands.version.run();
    if (!(name in commands)) {
      throw new HearsayError('usage', `there is no command "${name}"; \`hearsay help\` lists them`);
    }
    const command: Command = commands[name as keyof typeof commands];
    if (rest.includes('--help') || rest.includes('-h'))
      return say(`${command.usage}\n\n${command.does}\n${command.more ? `\n${command.more}\n` : ''}`);
    return await command.run(rest, false);
  } catch (error) {
    return refused(error);
  }
}

function say(words: string): number {
  process.stdout.write(words);
  return 0;
}

function refused(error: unknown): number {
  const known = error instanceof HearsayError || (error instanceof TypeError && 'code' in error);
  const message = error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : String(error);
  const words = known
    ? message
    : `something went wrong inside the program: ${message}; please report it with this line`;
  process.stderr.write(`hearsay: ${words}\n`);
  if (process.env['HEARSAY_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 2;
}
