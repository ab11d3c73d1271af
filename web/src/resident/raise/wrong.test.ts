import { describe, expect, it } from 'vitest';
import { Failure } from '@/shared/api/failure';
import { emptyDraft, type Draft } from './draft';
import { firstWrong, refusedAsAWhole, valuesOf } from './wrong';

const draft = (phone: string, over: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  category: '1102',
  grid: 'g01',
  contact: { anonymous: false, name: '', phone },
  ...over,
});
const refused = (...fields: [pointer: string, code: string][]) =>
  new Failure('invalid', 'invalid_fields', fields.map(([pointer, code]) => ({ pointer, code, detail: '' })));

describe('what is wrong with a whistle', () => {
  const bad = refused(['/reporter/phone', 'bad_phone']);
  const sent = valuesOf(draft('12'));

  it('is the number that was refused, for as long as it stands there', () => {
    expect(firstWrong(draft('12'), false, bad, sent)).toEqual({ at: 'contact', code: 'bad_phone' });
    expect(firstWrong(draft('13900000000'), false, bad, sent)).toBeUndefined();
  });

  it('is a missing number, and no longer a wrong one, once the field is emptied', () => {
    expect(firstWrong(draft(''), false, bad, sent)).toEqual({ at: 'contact' });
    expect(firstWrong(draft('12', { contact: { anonymous: true, name: '', phone: '12' } }), false, bad, sent)).toBeUndefined();
  });

  it('is told from the top of the form', () => {
    const both = refused(['/reporter/phone', 'bad_phone'], ['/description', 'control_character'], ['/location/address', 'too_long']);
    expect(firstWrong(draft('12'), false, both, sent)).toEqual({ at: 'address', code: 'too_long' });
    expect(firstWrong(draft('12', { address: 'x' }), false, both, sent)).toEqual({ at: 'story', code: 'control_character' });
  });

  it('knows each place by what the service calls it', () => {
    const places = ['/reporter/name', '/reporter', '/location', '/location/grid', '/category', '/title', '/photos/2'];
    expect(places.map((pointer) => firstWrong(draft('12'), false, refused([pointer, 'x']), sent)?.at)).toEqual([
      'name', 'contact', 'grid', 'grid', 'category', 'story', 'photos',
    ]);
  });

  it('is told as a whole where no field of the form is named', () => {
    expect(refusedAsAWhole(refused(['/source', 'unknown_kind']))).toBe(true);
    expect(refusedAsAWhole(new Failure('forbidden'))).toBe(true);
    expect(refusedAsAWhole(bad)).toBe(false);
  });
});
