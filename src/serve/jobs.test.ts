import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from '../../test/served.ts';
import type { Job } from '../publish/workbench/shapes.ts';
import { openJobs } from './jobs.ts';
import { type News, openNews } from './news.ts';

let desk: Served;
beforeAll(async () => {
  desk = await served(['gate']);
});
afterAll(() => desk.end());

describe('a job', () => {
  it('tells how far it is and how long yet, and names what could not be done', async () => {
    const news = openNews();
    const heard: News[] = [];
    news.listen((one) => heard.push(one));
    let now = 0;
    const jobs = openJobs(news, () => now);
    const { id, done } = jobs.begin({ case: 'gate', kind: 'add' }, async (work) => {
      work.step('adding', 0, 4);
      now = 1000;
      work.step('adding', 1, 4);
      expect(jobs.find('job-1')).toMatchObject({ state: 'working', step: 'adding', done: 1, total: 4, left: 3000 });
      work.fault('b.txt is empty');
      return { added: 3 };
    });
    await done;
    expect(jobs.find(id)).toMatchObject({ state: 'done', left: 0, faults: ['b.txt is empty'], result: { added: 3 } });
    expect(heard.map((one) => (one.kind === 'job' ? one.job.state : one.kind))).toEqual(['working', 'working', 'done']);
  });

  it('that fails says why, and one that nobody knows is refused', async () => {
    const jobs = openJobs(openNews(), () => 0);
    const { id, done } = jobs.begin({ case: 'gate', kind: 'preview' }, () => Promise.reject(new TypeError('odd')));
    await done;
    expect(jobs.find(id)).toMatchObject({ state: 'failed', faults: [expect.stringContaining('inside the server')] });
    expect(() => jobs.find('job-9')).toThrow(/no job/u);
  });

  it('is stopped between two files, and what was taken stays', async () => {
    const part = (name: string): string =>
      `--zz\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nThe gate failed, ${name} said.\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=zz', 'x-hearsay-token': desk.token };
    const path = '/api/v1/cases/gate/files';
    const sending = request({ host: '127.0.0.1', port: desk.port, method: 'POST', path, headers, agent: false });
    sending.on('error', () => undefined);
    const answered = new Promise<string>((done) => {
      sending.on('response', (answer) => {
        let text = '';
        answer.on('data', (piece: Buffer) => {
          text += piece.toString();
        });
        answer.on('end', () => done(text));
      });
    });
    sending.write([1, 2, 3].map((n) => part(`${n}.txt`)).join(''));
    const adding = async (): Promise<Job | undefined> =>
      ((await desk.ask('GET', '/api/v1/jobs')).json as { jobs: Job[] }).jobs.find(({ kind }) => kind === 'add');
    while (((await adding())?.done ?? 0) < 2) await pause(20);
    await desk.ask('DELETE', `/api/v1/jobs/${(await adding())?.id}`);
    sending.write(part('4.txt') + part('5.txt'));
    expect(JSON.parse(await answered)).toMatchObject({ state: 'cancelled', result: { there: 0 } });
    const { json } = await desk.ask('GET', '/api/v1/cases/gate');
    expect((json as { items: number }).items).toBeGreaterThanOrEqual(2);
    expect((json as { items: number }).items).toBeLessThan(5);
    sending.destroy();
  });

  it('is heard of as it goes on, and a line that is quiet is known to be there', async () => {
    const told: string[] = [];
    const stop = new AbortController();
    const headers = { 'x-hearsay-token': desk.token };
    const { body } = await fetch(`http://127.0.0.1:${desk.port}/api/v1/news`, { headers, signal: stop.signal });
    const listening = (async () => {
      for await (const piece of body ?? []) told.push(new TextDecoder().decode(piece));
    })().catch(() => undefined);
    await desk.ask('POST', '/api/v1/cases/gate/decisions', {
      body: { kind: 'withhold', data: { name: 'Osric Venn' }, why: null },
    });
    for (let tried = 0; !/event: case.*event: weighed/su.test(told.join('')) && tried < 400; tried++) await pause(50);
    stop.abort();
    await listening;
    expect(told.join('')).toMatch(/^: hello\n\n/u);
    for (const kind of ['case', 'job', 'weighed']) expect(told.join('')).toContain(`event: ${kind}\ndata: {`);
  });
});
