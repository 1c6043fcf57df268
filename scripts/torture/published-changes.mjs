// What is done to a published folder beside the turning of bytes, and what the program says of it.

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };

const readerOf = (folder) => ({ list: async () => [...folder.keys()], read: async (path) => folder.get(path) ?? null });
const textOf = (bytes) => new TextDecoder().decode(bytes);
const bytesOf = (text) => new TextEncoder().encode(text);
const faultsOf = async (program, folder, known = NOTHING) =>
  (await program.verifyEdition(readerOf(folder), known)).flatMap(({ check, faults }) =>
    faults.map((one) => ({ check, ...one })),
  );

/** Changes of files and events, each told apart or not, and whether the file is named. */
export async function changes(program, folder, earlier) {
  const paths = [...folder.keys()];
  const longer = (bytes) => Uint8Array.from([...bytes, 10]);
  const rows = [
    ['a file deleted', paths.map((path) => [path, without(folder, path)])],
    ['a file cut to nothing', paths.map((path) => [path, withFile(folder, path, new Uint8Array())])],
    ['a file cut by its last byte', paths.map((path) => [path, withFile(folder, path, folder.get(path).slice(0, -1))])],
    ['a line feed appended', paths.map((path) => [path, withFile(folder, path, longer(folder.get(path)))])],
    ['a file of the edition before put back', putBack(folder, earlier)],
    [
      'a stray file',
      ['more.html', 'claims/.DS_Store', 'seal/more', `seal/tokens/${'0'.repeat(64)}`].map((path) => [
        path,
        withFile(folder, path, bytesOf('x')),
      ]),
    ],
    ['a line of the manifest left out', manifestLines(folder)],
    ['a “publish” event left out of the record', recordWithout(folder, ({ head }) => head.kind === 'publish')],
    ['a “checkpoint” event left out, its proof kept', recordWithout(folder, ({ head }) => head.kind === 'checkpoint')],
    ['an event put twice', recordTwice(folder)],
  ];
  return Promise.all(rows.map(([kind, all]) => told(program, kind, all)));
}

async function told(program, kind, all) {
  const row = { kind, tried: 0, detected: 0, located: 0 };
  for (const [path, folder] of all) {
    const faults = await faultsOf(program, folder);
    row.tried++;
    row.detected += faults.length > 0 ? 1 : 0;
    row.located += faults.some(({ file }) => file === path) ? 1 : 0;
  }
  return row;
}

const withFile = (folder, path, bytes) => new Map([...folder, [path, bytes]]);
const without = (folder, path) => new Map([...folder].filter(([one]) => one !== path));

const putBack = (folder, earlier) =>
  [...earlier]
    .filter(([path, bytes]) => folder.has(path) && hex(bytes) !== hex(folder.get(path)))
    .map(([path, bytes]) => [path, withFile(folder, path, bytes)]);
const hex = (bytes) => Buffer.from(bytes).toString('hex');

function manifestLines(folder) {
  const lines = textOf(folder.get('seal/manifest')).split('\n').slice(0, -1);
  return lines.map((_, at) => [
    'seal/manifest',
    withFile(folder, 'seal/manifest', bytesOf(`${lines.filter((_, n) => n !== at).join('\n')}\n`)),
  ]);
}

const recordOf = (folder) => JSON.parse(textOf(folder.get('seal/record.json')));
// What was canonical stays so: no key changes its place.
const withRecord = (folder, record) => withFile(folder, 'seal/record.json', bytesOf(`${JSON.stringify(record)}\n`));

function recordWithout(folder, is) {
  const record = recordOf(folder);
  return record.events
    .filter(is)
    .map((gone) => [
      'seal/record.json',
      withRecord(folder, { ...record, events: record.events.filter((one) => one !== gone) }),
    ]);
}

function recordTwice(folder) {
  const record = recordOf(folder);
  return record.events.map((_, at) => [
    'seal/record.json',
    withRecord(folder, { ...record, events: [...record.events.slice(0, at + 1), ...record.events.slice(at)] }),
  ]);
}

/** What a folder alone can't tell, and what tells it. */
export async function forgeries(program, folder, earlier, other) {
  const first = recordOf(folder).events[0];
  const keys = [first.shown['/data/key'].value];
  const since = [textOf(folder.get('seal/checkpoint'))];
  const mixed = new Map(
    [...folder].map(([path, bytes]) => [path, path === 'seal/record.json' ? bytes : (earlier.get(path) ?? bytes)]),
  );
  const chosen = recordWithout(folder, ({ head }) => head.kind === 'add')[0]?.[1] ?? folder;
  const cases = [
    ['the edition before put in the place of this one, whole', earlier],
    ['the edition before, with this one’s record', mixed],
    ['a record made anew by another desk', other],
    ['an event left out that the editor need not show', chosen],
  ];
  const said = async (of, known) => {
    const checks = [...new Set((await faultsOf(program, of, { ...NOTHING, ...known })).map(({ check }) => check))];
    return checks.length === 0 ? 'not told' : `detected: ${checks.join(', ')}`;
  };
  const rows = [];
  for (const [kind, of] of cases)
    rows.push({ kind, alone: await said(of, {}), key: await said(of, { keys }), since: await said(of, { since }) });
  return rows;
}
