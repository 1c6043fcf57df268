import type { Account } from '../hearsay.ts';
import { type Model, openModel, type Recall } from '../model/model.ts';
import type { Statement } from '../read/statement.ts';
import type { Progress } from './progress.ts';

/** The model that `--model URL` names, or null: it is off unless asked for. */
export const modelOf = (address: string | null, memo: () => Recall): Model | null =>
  address === null ? null : openModel(address, memo(), { key: process.env['HEARSAY_MODEL_KEY'] || null });

/** What a model adds to each item, one after the other. */
export async function modelFinds(
  model: Model,
  accounts: readonly Account[],
  progress: Progress,
): Promise<ReadonlyMap<string, readonly Statement[]>> {
  const found = new Map<string, readonly Statement[]>();
  let done = 0;
  for (const { capture, reading } of accounts) {
    if (capture.text) found.set(capture.item.id, await model.statements(capture.text, reading.statements));
    progress.step('asking the model', ++done, accounts.length);
  }
  progress.end();
  return found;
}

/** One line on standard error where the model failed or made things up; the work goes on. */
export function warnOf(model: Model | null): void {
  const warning = model?.warning() ?? null;
  if (warning !== null) process.stderr.write(`hearsay: ${warning}\n`);
}
