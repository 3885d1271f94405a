import { hostileTable } from './hostile.ts';

/** Makes the hostile tables whose numbers are sent to this process, so that their making takes no memory of the one that reads them. */
process.on('message', (number) => {
  void hostileTable(Number(number)).then((bytes) => process.send?.(bytes));
});
