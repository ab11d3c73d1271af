import { beforeEach, describe, expect, it } from 'vitest';
import { keepReport, keptReport, dropReport } from './keptReport';
import { emptyReport } from './report';

const written = { ...emptyReport('hotline'), title: '路灯不亮', grid: 'g01', name: '示例居民', phone: '13900000000' };
const empty = () => emptyReport('hotline');

describe('a report that is being written down', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there after a reload, without who told it', () => {
    keepReport('a1', written);
    expect(keptReport('a1', empty())).toEqual({ ...written, name: '', phone: '' });
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/示例居民|1390/);
  });

  it('is nobody else’s', () => {
    keepReport('a1', written);
    expect(keptReport('a2', empty())).toEqual(empty());
    expect(keptReport('a1', empty())).toEqual(empty());
  });

  it('is gone once it was sent', () => {
    keepReport('a1', written);
    dropReport();
    expect(keptReport('a1', empty())).toEqual(empty());
  });

  it('does not come in the way when what was kept makes no sense', () => {
    sessionStorage.setItem('whistle.register', '{');
    expect(keptReport('a1', empty())).toEqual(empty());
    sessionStorage.setItem('whistle.register', '{"account":"a1","report":{"title":"x","phone":"1","strange":1}}');
    expect(keptReport('a1', empty())).toEqual({ ...empty(), title: 'x' });
  });
});
