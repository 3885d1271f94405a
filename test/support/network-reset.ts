import nock from 'nock';
import { afterAll } from 'vitest';

// Test files share a process, so what one of them did to the network ends with it.
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
