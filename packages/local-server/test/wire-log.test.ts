import { WireLog } from '@gavel/local-server/wire-log.ts';
import { describe, expect, it } from 'vitest';

const openLog = () => new WireLog<'call'>(() => new Date('2026-01-02T03:04:05Z'));

describe('WireLog', () => {
  it('keeps an exchange from its request to its outcome', () => {
    const log = openLog();
    const told: (string | undefined)[] = [];
    const end = log.subscribe(({ status }) => told.push(status));
    const finish = log.begin('call', 'GET /', { question: 1 });
    expect(log.entries()).toMatchObject([{ id: 1, at: '2026-01-02T03:04:05.000Z', kind: 'call', status: undefined }]);
    finish('200', { answer: 2 });
    expect(log.entries()).toMatchObject([{ sent: { question: 1 }, status: '200', answer: { answer: 2 }, loud: false }]);
    end();
    log.note('Something is odd');
    expect(told).toEqual([undefined, '200']);
    expect(log.entries()[1]).toMatchObject({ id: 2, kind: 'note', name: 'Something is odd', loud: true });
  });

  it('masks secrets however deep they are, on both sides', () => {
    const log = openLog();
    log.mask('s3cret');
    log.mask('');
    const sent = { headers: [{ authorization: 'Bearer s3cret' }], text: 'plain' };
    log.begin('call', 'GET /', sent)('200', ['s3cret', { url: 'http://u:s3cret@host/s3cret' }]);
    const [entry] = log.entries();
    expect(entry?.sent).toEqual({ headers: [{ authorization: 'Bearer •••' }], text: 'plain' });
    expect(entry?.answer).toEqual(['•••', { url: 'http://u:•••@host/•••' }]);
    expect(sent.headers).toEqual([{ authorization: 'Bearer s3cret' }]);
  });

  it('drops the oldest exchanges after a thousand', () => {
    const log = openLog();
    for (let each = 1; each <= 1001; each += 1) log.note(`${each}`);
    expect(log.entries().length).toBe(1000);
    expect(log.entries()[0]?.name).toBe('2');
  });
});
