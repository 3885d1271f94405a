import { expect, it } from 'vitest';
import { slipBetween } from '../../src/domain/misspelling.ts';

it.each`
  typed       | name       | slip
  ${'cisp'}   | ${'cissp'} | ${'length'}
  ${'csia'}   | ${'cisa'}  | ${'swap'}
  ${'cisn'}   | ${'cism'}  | ${'letter'}
  ${'cism'}   | ${'cism'}  | ${undefined}
  ${'cis'}    | ${'cism'}  | ${undefined}
  ${'cissp'}  | ${'csp'}   | ${undefined}
  ${'banana'} | ${'cissp'} | ${undefined}
`('reads $typed as $name with the slip $slip', ({ typed, name, slip }) => {
  expect(slipBetween(typed, name)).toBe(slip);
});
