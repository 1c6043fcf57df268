/** Kinds and bodies that no program of ours writes: the form is right enough to be taken for an event. */
export function oddEvents(seq, id) {
  const salt = 'ab'.repeat(32);
  const body = (data, by = '"x"') =>
    `{"by":${by},"data":${typeof data === 'string' ? data : JSON.stringify(data)},"salt":"${salt}"}`;
  const digest = `sha256:${'1'.repeat(64)}`;
  const facts =
    '{"author":null,"captured":null,"file":"f","lang":null,"note":null,"published":null,"publisher":null,"url":null}';
  const root = Buffer.alloc(32).toString('base64');
  const note = (size) =>
    `hearsay.case/${id}\n${size}\n${root}\n\n— hearsay.desk/x ${Buffer.alloc(68).toString('base64')}\n`;
  const about = { authority: 'a', checkpoint: digest, kind: 'rfc3161', size: 1 };
  const add = (more) => body(`{"blob":null,"facts":${facts},"from":"file",${more}}`);
  const bodies = {
    withhold: [
      body('{"name":"a","name":"b","why":null}'),
      body('{"why":null,"name":"a"}'),
      body('{"name":"a", "why":null}'),
      body('{"name":"\\u0061","why":null}'),
      body('{"name":1,"why":null}'),
      body('{"name":"","why":null}'),
      body('{"name":"a"}'),
      body('{"name":"a","why":null}', 'null'),
      body(`${'['.repeat(5000)}${']'.repeat(5000)}`),
      body(`{"name":${'['.repeat(70)}${']'.repeat(70)},"why":null}`),
      `{"data":{"name":"a","why":null},"by":"x","salt":"${salt}"}`,
      `{"by":"x","data":{"name":"a","why":null},"salt":"${salt.toUpperCase()}"}`,
      `{"by":"x","data":{"name":"a","why":null},"salt":"${salt}","zz":1}`,
      'null',
      '"-"',
      '',
      '{',
    ],
    promise: [
      body({ due: 'tomorrow', what: 'a', who: 'b', why: null }),
      body({ due: '2031-02-30', what: 'a', who: 'b', why: null }),
    ],
    kept: [
      body('{"promise":1e3,"why":null}'),
      body('{"promise":9007199254740993,"why":null}'),
      body('{"promise":-0,"why":null}'),
    ],
    split: [body({ from: ['a'], statements: ['a'], why: null })],
    merge: [body({ statements: ['a', 'a'], why: null })],
    correct: [body({ statement: 'a', why: null }), body({ drop: false, statement: 'a', why: null })],
    gossip: [body({})],
    case: [body({ format: 'hearsay/case/1', id, key: 'k', languages: [], title: 't' })],
    key: [body({ key: 'no key', why: 'x' })],
    policy: [
      body({ policy: [] }),
      body({ policy: {} }),
      body(`{"policy":{"name":"n","x":${'['.repeat(70)}${']'.repeat(70)}}}`),
    ],
    recovered: [body({ from: 5, to: 4 }), body({ from: 0, to: seq + 5 })],
    erase: [body({ events: [], why: 'x' }), body({ events: [seq], why: 'x' }), body({ events: [0], why: 'x' })],
    undo: [body({ event: seq + 1, why: 'x' })],
    capture: [body({ blob: null, event: seq, outcome: 'same', status: 200, url: 'u' })],
    add: [
      add('"intimate":null,"size":null'),
      add(`"intimate":{"commitment":"${digest}","secret":"${salt}"},"size":4`),
      add(`"intimate":{"commitment":"${digest}","secret":"${salt.slice(1)}"},"size":null`),
    ],
    checkpoint: [body({ note: 'x' }), body({ note: note(1) }), body({ note: note(seq + 1) }), body({ note: note(0) })],
    cosign: [body({ note: note(1) })],
    stamp: [body({ ...about, blob: digest })],
    wait: [body({ ...about, kind: 'x', why: 'x' })],
  };
  return Object.entries(bodies).flatMap(([kind, all]) => all.map((one) => [kind, one]));
}
